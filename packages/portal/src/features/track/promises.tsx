import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { ReportPromiseDocument } from '../../gql/documents';
import type { PromiseOutcome } from '../../gql/schema';
import { ApiFailure, mutate } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { OutcomeButtons, STANDINGS } from '../../lib/outcomes';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';

type Promised = TrackedAppealFragment['messages'][number]['promises'][number];

interface PromisesProps {
  promises: readonly Promised[];
  number: string;
  code: string;
  /** Asks for the appeal anew. */
  reported(): void;
}

/** What the answer promises by a day, how it stands, and the question about it once its day has come. */
export function Promises({ promises, ...appeal }: PromisesProps) {
  const { t } = useTexts();
  return (
    <section className="stack" aria-label={t('promise.list')}>
      <ul className="results">
        {promises.map((promise) => (
          <PromiseItem key={promise.id} promise={promise} {...appeal} />
        ))}
      </ul>
    </section>
  );
}

function PromiseItem({ promise, number, code, reported }: { promise: Promised } & Omit<PromisesProps, 'promises'>) {
  const { t, day, locale } = useTexts();
  const [busy, setBusy] = useState<PromiseOutcome | null>(null);
  const [failure, setFailure] = useState<ApiFailure>();
  const [said, setSaid] = useState<Promised['state']>();
  const state = said ?? promise.state;
  const report = async (outcome: PromiseOutcome) => {
    setBusy(outcome);
    setFailure(undefined);
    try {
      const { reportPromise } = await mutate(ReportPromiseDocument, { input: { number, code, promiseId: promise.id, outcome } }, locale);
      const refusal = reportPromise.errors[0];
      if (refusal) setFailure(new ApiFailure('REFUSED', refusal.message));
      else {
        setSaid(outcome);
        reported();
      }
    } catch (error) {
      setFailure(asFailure(error));
    }
    setBusy(null);
  };
  return (
    <li>
      <p className="as-written">{promise.text}</p>
      <p className="results__result">{t(STANDINGS[state], { day: day(promise.dueOn) })}</p>
      {failure && <FailureNotice failure={failure} about={t('promise.notRecorded')} />}
      {state === 'ASKED' && (
        <div className="no-print">
          <OutcomeButtons about={`${t('promise.question')} ${promise.text}`} busy={busy} choose={(outcome) => void report(outcome)} />
        </div>
      )}
    </li>
  );
}
