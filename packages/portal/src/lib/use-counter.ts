import { useTexts } from './texts/texts';

/** When so few characters are left, the counter speaks up. */
const NEARLY_FULL = 100;

/** The counter of a text field: how much room is left of `limit`; undefined until the limit is known. */
export function useCounter(text: string, limit: number | undefined): { text: string; over: boolean; announced: boolean } | undefined {
  const { t } = useTexts();
  if (limit === undefined) return undefined;
  const left = limit - text.trim().length;
  const words = left >= 0 ? t('form.left', { count: left }) : t('form.over', { count: -left });
  return { text: words, over: left < 0, announced: left < NEARLY_FULL && left % 20 === 0 };
}
