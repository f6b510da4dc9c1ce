import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { useTexts } from '../../lib/texts/texts';
import { Notice } from '../../ui/notice';
import type { GivenFeedback, Right } from './give';
import { MarkForm } from './mark-form';
import { useMarkWords } from './mark-words';

interface AppealMarkProps {
  number: string;
  code: string;
  appeal: TrackedAppealFragment;
  onGiven(): void;
}

/** The mark on the page of an appeal, by number and code. */
export function AppealMark({ number, code, appeal, onGiven }: AppealMarkProps) {
  const { t } = useTexts();
  const words = useMarkWords();
  const [fresh, setFresh] = useState<{ feedback: GivenFeedback; right: Right }>();
  if (!fresh && !appeal.canGiveFeedback) {
    if (!appeal.feedback) return null;
    return (
      <section className="stack">
        <h2 className="subheading">{t('mark.yours')}</h2>
        <Notice tone="good"><p>{t('mark.recorded', { word: words[appeal.feedback.quality - 1] ?? '' })}</p></Notice>
      </section>
    );
  }
  return (
    <section className="stack no-print">
      <h2 className="subheading">{t('mark.question')}</h2>
      <MarkForm
        right={fresh?.right ?? { number, code }}
        given={fresh?.feedback ?? appeal.feedback ?? undefined}
        onGiven={({ feedback, continuation }) => {
          if (feedback) setFresh({ feedback, right: continuation ? { continuation } : fresh?.right ?? { number, code } });
          onGiven();
        }}
      />
    </section>
  );
}
