import { useTexts } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { Heading } from '../../ui/heading';
import { TrackForm } from './track-form';

export { TrackForm } from './track-form';
export { TrackPage, type MarkSlot } from './track-page';

/** /track: the question for number and code. */
export function TrackStartPage() {
  const { t } = useTexts();
  return (
    <div className="page stack">
      <Heading title={useTitle(t('track.heading'))}>{t('track.heading')}</Heading>
      <p className="lead">{t('track.lead')}</p>
      <TrackForm />
    </div>
  );
}
