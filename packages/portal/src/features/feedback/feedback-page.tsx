import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { FeedbackInvitationDocument } from '../../gql/documents';
import { ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { asFailure, useQuery } from '../../lib/use-query';
import { Heading } from '../../ui/heading';
import { Skeleton } from '../../ui/skeleton';
import type { Given, LinkProblem, Right } from './give';
import { give, linkProblemOf } from './give';
import { keptMark, markInAddress } from './kept-mark';
import { LinkProblemView } from './link-problem';
import { MarkForm } from './mark-form';

interface FeedbackPageProps {
  token: string;
  /** The form for number and code, given by the app: the way on when the link can't be used. */
  trackForm: ReactNode;
}

/**
 * /feedback/<token>?mark=4, where the faces of the mail lead. The mark of the address is recorded by this page once it
 * runs, never by the request for it: programs that check mails follow every link.
 */
export function FeedbackPage({ token, trackForm }: FeedbackPageProps) {
  const { t, locale } = useTexts();
  const title = useTitle(t('mark.title'));
  const [slot] = useState(() => keptMark(token));
  const [kept, setKept] = useState(slot.read);
  const { data, failure, loading, reload } = useQuery(FeedbackInvitationDocument, kept ? null : { token });
  const invitation = data?.feedbackLink ?? undefined;
  const [problem, setProblem] = useState<LinkProblem>();
  const [recordFailure, setRecordFailure] = useState<ApiFailure>();
  const begun = useRef(false);

  const remember = ({ feedback, continuation, appealNumber }: Given) => {
    const next = {
      continuation: continuation ?? kept?.continuation ?? '',
      appealNumber: appealNumber ?? invitation?.appealNumber ?? kept?.appealNumber ?? '',
      subject: invitation?.subject ?? kept?.subject ?? '',
      deputyName: invitation?.deputyName ?? kept?.deputyName ?? '',
    };
    if (!feedback) return;
    slot.write({ ...next, feedback });
    setKept({ ...next, feedback });
    // The mark has done its work: a reload of the address must not look like another one.
    history.replaceState(history.state, '', location.pathname);
  };

  const record = async (quality: number) => {
    setRecordFailure(undefined);
    try {
      const result = await give({ token }, { quality }, locale);
      const refusal = linkProblemOf(result.errors[0]?.code);
      if (refusal) setProblem(refusal);
      else if (result.errors[0]) setRecordFailure(new ApiFailure('REFUSED', result.errors[0].message));
      else remember(result);
    } catch (error) {
      const failed = asFailure(error);
      const refusal = linkProblemOf(failed.reason);
      if (refusal) setProblem(refusal);
      else setRecordFailure(failed);
    }
  };

  const mark = markInAddress(location.search);
  useEffect(() => {
    if (!invitation || !mark || begun.current) return;
    begun.current = true;
    void record(mark);
  });

  const refused = problem ?? linkProblemOf(failure?.reason) ?? (data && !invitation ? 'FEEDBACK_LINK_UNKNOWN' : undefined);
  if (refused && !kept) return <LinkProblemView problem={refused} title={title} trackForm={trackForm} />;

  const about = kept ?? invitation;
  const waiting = mark !== undefined && !kept && !recordFailure;
  const right: Right = kept?.continuation ? { continuation: kept.continuation } : { token };
  return (
    <div className="page stack">
      <Heading title={title} above={about && t('track.title', { number: about.appealNumber })}>
        {kept ? t('mark.saved') : waiting ? t('mark.recording') : t('mark.question')}
      </Heading>
      {!about && (failure && !loading ? <FailureNotice failure={failure} onRetry={reload} /> : <Skeleton label={t('track.loading')} />)}
      {about && (
        <>
          <p className="lead">{t('mark.about', { deputy: about.deputyName, subject: about.subject })}</p>
          {invitation && (
            <details className="details">
              <summary>{t('mark.showAnswer')}</summary>
              <p className="letter__text">{invitation.answerText}</p>
            </details>
          )}
          {recordFailure && (
            <FailureNotice failure={recordFailure} about={t('mark.notRecorded')} onRetry={mark ? () => void record(mark) : undefined} />
          )}
          {waiting ? (
            <Skeleton label={t('mark.recording')} />
          ) : (
            <MarkForm
              right={right}
              given={kept?.feedback}
              onGiven={remember}
              onRefused={(codes) => {
                const found = kept ? undefined : codes.map(linkProblemOf).find(Boolean);
                if (found) setProblem(found);
                return found !== undefined;
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
