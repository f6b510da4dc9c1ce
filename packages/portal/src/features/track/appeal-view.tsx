import type { ReactNode } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { daysBetween, todayIn } from '../../lib/texts/dates';
import type { MessageKind } from '../../gql/schema';
import { useTexts, type TextKey } from '../../lib/texts/texts';
import { Heading } from '../../ui/heading';
import { Letter } from '../../ui/letter';
import { Notice } from '../../ui/notice';
import { Timeline } from '../../ui/timeline';
import { AnswerLetter } from './answer-letter';
import { Attached } from './attached';
import { ClarifyForm } from './clarify-form';
import { DataSection } from './data-section';
import { DeadlineSection } from './deadline-section';
import { OpenedBySection } from './opened-by-section';
import { ReopenSection } from './reopen-section';
import { WithdrawSection } from './withdraw-section';

/** What the applicant wrote, and what else stands in the thread, by the words above it. */
const OWN: Partial<Record<MessageKind, TextKey>> = { CLARIFICATION: 'track.yourClarification', REOPENING: 'track.yourReopening' };
const ABOUT: Partial<Record<MessageKind, TextKey>> = { FORWARDED_OUTSIDE: 'track.forwardedOutside', EXTENSION: 'track.extension' };

export interface AppealViewProps {
  appeal: TrackedAppealFragment;
  code: string;
  title: string;
  /** Said when what is shown may be old. */
  stale: ReactNode;
  onChange(appeal: TrackedAppealFragment): void;
  /** Somebody else has changed the appeal meanwhile: load it anew. */
  onConflict(): void;
  onErased(): void;
  mark: ReactNode;
}

/** The applicant's page of one appeal: status, what is asked of them, the answer, the letters, and the way so far. */
export function AppealView({ appeal, code, title, stale, onChange, onConflict, onErased, mark }: AppealViewProps) {
  const { t, day, instant } = useTexts();
  const zone = appeal.region.timeZone;
  const answers = appeal.messages.filter((message) => message.kind === 'ANSWER');
  const rest = appeal.messages.filter((message) => message.kind !== 'ANSWER' && message.kind !== 'REJECTION');
  const rejection = appeal.messages.findLast((message) => message.kind === 'REJECTION');
  const asked = appeal.availableMoves.includes('CLARIFY')
    ? rest.findLast((message) => message.kind === 'CLARIFICATION_REQUEST')
    : undefined;
  const thread = rest.filter((message) => message !== asked);
  const { nextStep } = appeal;
  // Nothing to read or to do at once: then the letter itself comes first.
  const calm = !asked && !rejection && answers.length === 0;

  return (
    <div className="page track stack">
      <div className="status">
        <Heading title={title} above={t('track.title', { number: appeal.number })}>
          {appeal.status === 'CLOSED' && appeal.feedback ? t('track.thanks') : appeal.statusText}
        </Heading>
        <p className="status__subject lead">{t('track.about', { subject: appeal.subject })}</p>
      </div>
      {stale}
      <div className={calm ? 'track__columns track__columns--calm' : 'track__columns'}>
        {!calm && (
          <div className="track__first">
            {asked && (
              <section className="stack">
                <h2 className="subheading">{t('track.asked')}</h2>
                <Letter from={asked.authorName} about={t('track.moderator')} date={instant(asked.createdAt, zone)} text={asked.text} main />
                <ClarifyForm appeal={appeal} code={code} onChange={onChange} onConflict={onConflict} />
              </section>
            )}
            {rejection && (
              <section className="stack">
                <h2 className="subheading">{t('track.rejected')}</h2>
                {appeal.rejectReason && (
                  <p>
                    <strong>{appeal.rejectReason.title}</strong>
                  </p>
                )}
                <Letter
                  from={rejection.authorName}
                  about={t('track.moderator')}
                  date={instant(rejection.createdAt, zone)}
                  text={rejection.text}
                  main
                />
              </section>
            )}
            {answers.length > 0 && (
              <section className="stack">
                <h2 className="subheading">{t('track.answer')}</h2>
                {answers.map((answer) => (
                  <AnswerLetter key={answer.id} answer={answer} appeal={appeal} code={code} reported={onConflict} />
                ))}
              </section>
            )}
            {mark}
            {appeal.availableMoves.includes('REOPEN') && <ReopenSection appeal={appeal} code={code} onChange={onChange} onConflict={onConflict} />}
          </div>
        )}
        <div className="track__side">
          {answers.length === 0 && <DeadlineSection appeal={appeal} />}
          <section className="stack">
            <h2 className="subheading">{t('track.way')}</h2>
            <Timeline
              items={appeal.steps.map((step, index) => ({ key: `${index}`, title: step.title, when: instant(step.at, zone) }))}
              next={
                nextStep
                  ? { label: t('track.next'), title: nextStep.text, when: nextStep.by ? whenText(nextStep.by) : undefined }
                  : undefined
              }
            />
          </section>
        </div>
        <div className="track__rest">
          <section className="stack">
            <h2 className="subheading">{t('track.letter')}</h2>
            <p>
              {appeal.deputyName
                ? t('track.to', { deputy: appeal.deputyName, region: appeal.region.name })
                : t('track.toNobody', { region: appeal.region.name })}
            </p>
            <div className="thread">
              <Letter from={t('track.you')} date={instant(appeal.submittedAt, zone)} text={appeal.text}><Attached files={appeal.attachments} /></Letter>
              {thread.map((message) => (
                <Letter
                  key={message.id}
                  from={OWN[message.kind] ? t('track.you') : message.authorName}
                  about={t(OWN[message.kind] ?? ABOUT[message.kind] ?? 'track.moderator')}
                  date={instant(message.createdAt, zone)}
                  text={message.text}
                >
                  <Attached files={message.attachments} />
                </Letter>
              ))}
            </div>
          </section>
          <OpenedBySection appeal={appeal} />
          {appeal.availableMoves.includes('WITHDRAW') && (
            <WithdrawSection appeal={appeal} code={code} onChange={onChange} onConflict={onConflict} />
          )}
          <DataSection appeal={appeal} code={code} onErased={onErased} />
          {appeal.status === 'WITHDRAWN' && (
            <Notice>
              <p>{t('track.withdrawn')}</p>
            </Notice>
          )}
        </div>
      </div>
    </div>
  );

  function whenText(by: string): string {
    const left = daysBetween(todayIn(zone), by);
    return left >= 0 ? t('track.by', { day: day(by) }) : t('track.byPassed', { day: day(by) });
  }
}
