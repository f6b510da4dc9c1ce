import { useTexts } from '../../lib/texts/texts';

/** The five words of the mark, from the worst to the best. */
export function useMarkWords(): string[] {
  const { t } = useTexts();
  return [t('mark.1'), t('mark.2'), t('mark.3'), t('mark.4'), t('mark.5')];
}
