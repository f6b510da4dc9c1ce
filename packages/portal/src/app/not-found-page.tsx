import { useTexts } from '../lib/texts/texts';
import { useTitle } from '../lib/title';
import { ButtonLink } from '../ui/button';
import { Heading } from '../ui/heading';

export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <div className="page stack">
      <Heading title={useTitle(t('notFound.heading'))}>{t('notFound.heading')}</Heading>
      <p className="lead">{t('notFound.help')}</p>
      <div className="actions"><ButtonLink to="/">{t('notFound.home')}</ButtonLink></div>
    </div>
  );
}
