import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { PromiseInvitationDocument, ReportPromiseDocument } from '../../gql/documents';
import type { PromiseOutcome } from '../../gql/schema';
import { ApiFailure, mutate } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { OutcomeButtons, STANDINGS } from '../../lib/outcomes';
import { useTexts, type TextKey } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { asFailure, useQuery } from '../../lib/use-query';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { keptOutcome, outcomeInAddress } from './kept-outcome';

const PROBLEMS = {
  PROMISE_LINK_UNKNOWN: ['promise.link.unknown', 'promise.link.unknownHelp'],
  PROMISE_LINK_USED: ['promise.link.used', 'promise.link.usedHelp'],
  PROMISE_LINK_EXPIRED: ['promise.link.expired', 'promise.link.expiredHelp'],
} as const satisfies Record<string, readonly [TextKey, TextKey]>;
type Problem = keyof typeof PROBLEMS;
const problemOf = (code: string | undefined): Problem | undefined => (code && code in PROBLEMS ? (code as Problem) : undefined);

/**
 * /promise/<token>?outcome=kept, where the lines of the mail lead. The word of the address is recorded by this page once it runs, never
 * by the request for it: programs that check mails follow every link (docs/adr/0005).
 */
export function PromisePage({ token, trackForm }: { token: string; trackForm: ReactNode }) {
  const { t, day, locale } = useTexts();
  const title = useTitle(t('promise.title'));
  const [slot] = useState(() => keptOutcome(token));
  const [kept, setKept] = useState(slot.read);
  const { data, failure, loading, reload } = useQuery(PromiseInvitationDocument, kept ? null : { token });
  const asked = data?.promiseLink ?? undefined;
  const [problem, setProblem] = useState<Problem>();
  const [recordFailure, setRecordFailure] = useState<{ failure: ApiFailure; outcome: PromiseOutcome }>();
  const [busy, setBusy] = useState<PromiseOutcome | null>(null);
  const begun = useRef(false);

  const record = async (outcome: PromiseOutcome) => {
    setBusy(outcome);
    setRecordFailure(undefined);
    try {
      const { reportPromise } = await mutate(ReportPromiseDocument, { input: { token, outcome } }, locale);
      const refusal = reportPromise.errors[0];
      if (problemOf(refusal?.code)) setProblem(problemOf(refusal?.code));
      else if (refusal) setRecordFailure({ failure: new ApiFailure('REFUSED', refusal.message), outcome });
      else {
        const said = { outcome, text: asked?.text ?? '', appealNumber: reportPromise.appealNumber ?? asked?.appealNumber ?? '' };
        slot.write(said);
        setKept(said);
        // The word has done its work: a reload of the address must not look like another one.
        history.replaceState(history.state, '', location.pathname);
      }
    } catch (error) {
      const failed = asFailure(error);
      if (problemOf(failed.reason)) setProblem(problemOf(failed.reason));
      else setRecordFailure({ failure: failed, outcome });
    }
    setBusy(null);
  };

  const outcome = outcomeInAddress(location.search);
  useEffect(() => {
    if (!asked || !outcome || begun.current) return;
    begun.current = true;
    void record(outcome);
  });

  const refused = problem ?? problemOf(failure?.reason) ?? (data && !asked ? 'PROMISE_LINK_UNKNOWN' : undefined);
  if (refused && !kept) {
    const [heading, help] = PROBLEMS[refused];
    return (
      <div className="page stack">
        <Heading title={title}>{t(heading)}</Heading>
        <p className="lead">{t(help)}</p>
        {trackForm}
      </div>
    );
  }
  const number = kept?.appealNumber ?? asked?.appealNumber;
  return (
    <div className="page stack">
      <Heading title={title} above={number && t('track.title', { number })}>
        {kept ? t('promise.thanks') : t('promise.question')}
      </Heading>
      {!kept && !asked && (failure && !loading ? <FailureNotice failure={failure} onRetry={reload} /> : <Skeleton label={t('track.loading')} />)}
      {(kept?.text || asked) && <blockquote className="promise as-written">{kept?.text || asked?.text}</blockquote>}
      {kept && (
        <>
          <Notice tone="good"><p>{t('promise.recorded', { state: t(STANDINGS[kept.outcome]) })}</p></Notice>
          <p className="soft">{t('promise.change')}</p>
        </>
      )}
      {!kept && asked && (
        <>
          <p className="lead">{t('promise.about', { deputy: asked.deputyName, subject: asked.subject, day: day(asked.dueOn) })}</p>
          {recordFailure && <FailureNotice failure={recordFailure.failure} about={t('promise.notRecorded')} onRetry={() => void record(recordFailure.outcome)} />}
          <OutcomeButtons about={t('promise.question')} busy={busy} choose={(chosen) => void record(chosen)} />
        </>
      )}
    </div>
  );
}
