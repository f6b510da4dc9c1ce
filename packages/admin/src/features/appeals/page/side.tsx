import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Badge } from '../../../ui/badge';
import type { Tone } from '../../../ui/tone';
import type { QuestionResult } from '../../../gql/schema';
import type { AppealFull } from './appeal-full';
import { Block } from './block';
import { ContactsView } from './contacts';
import { HistoryBlock } from './history';
import { messages } from './messages';
import classes from './side.module.css';

/** «Меры приняты» and «разъяснено» are different things and look different; nothing here adds them up. */
const RESULT_TONE: Record<QuestionResult, Tone> = {
  MEASURES_TAKEN: 'good',
  SUPPORTED: 'good',
  EXPLAINED: 'accent',
  FORWARDED: 'waiting',
  NOT_SUPPORTED: 'quiet',
  LEFT: 'quiet',
};

function Questions({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const common = useCommonText();
  if (appeal.questions.length === 0) return null;
  return (
    <Block title={t('questions')}>
      <ol className={classes.questions}>
        {appeal.questions.map((question) => (
          <li key={question.id}>
            <div className={classes.questionText}>{question.text}</div>
            <div className={classes.result}>
              {question.result ? (
                <Badge tone={RESULT_TONE[question.result]}>{common(`result.${question.result}`)}</Badge>
              ) : (
                <span className={classes.note}>{t('question.noResult')}</span>
              )}
              <span className={classes.note}>{question.topic.name}</span>
            </div>
            {question.resultText && <div className={classes.resultText}>{question.resultText}</div>}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Feedback({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  if (appeal.feedback.length === 0) return null;
  return (
    <Block title={t('feedback')}>
      {appeal.feedback.map((mark) => (
        <div key={mark.id} className={classes.mark}>
          <div className={classes.result}>
            <strong>{t('feedback.quality', { n: mark.quality })}</strong>
            {mark.result && (
              <Badge tone={mark.result === 'SOLVED' ? 'good' : mark.result === 'PARTLY' ? 'warning' : 'danger'}>
                {common(`feedbackResult.${mark.result}`)}
              </Badge>
            )}
          </div>
          <div className={classes.note}>
            {[
              mark.personal !== null && t('feedback.personal', { n: mark.personal }),
              mark.prompt !== null && t(mark.prompt ? 'feedback.prompt.yes' : 'feedback.prompt.no'),
              days.moment(mark.givenAt, appeal.region.timeZone),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {mark.comment && <blockquote className={classes.comment}>{mark.comment}</blockquote>}
          {mark.commentState === 'PENDING' && <div className={classes.note}>{t('feedback.pending')}</div>}
          {mark.commentState === 'HIDDEN' && <div className={classes.note}>{t('feedback.hidden')}</div>}
          {!mark.counted && mark.notCountedText && (
            <div className={classes.note}>{t('feedback.notCounted', { reason: mark.notCountedText })}</div>
          )}
        </div>
      ))}
    </Block>
  );
}

/** When the deputy first acted, or until when that is expected: an own target, never mixed with the answer's deadline. */
function FirstReaction({ reaction, timeZone }: { reaction: NonNullable<AppealFull['firstReaction']>; timeZone: string }) {
  const t = useText(messages);
  const days = useDays();
  const { reactedAt, missed, deadline } = reaction;
  const day = days.day(deadline.dueOn);
  if (!reactedAt) return missed ? <Badge tone="warning">{t('fact.firstReaction.missed', { day })}</Badge> : t('fact.firstReaction.until', { day });
  const moment = days.moment(reactedAt, timeZone);
  return missed ? t('fact.firstReaction.late', { moment, day }) : moment;
}

/** Beside the letter: questions with results, applicant, deputy, facts, feedback, history. */
export function AppealSide({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const { deputy, region } = appeal;
  return (
    <aside className={classes.side}>
      <Questions appeal={appeal} />
      <Feedback appeal={appeal} />
      <Block title={t('applicant')}>
        <div>{appeal.applicantName}</div>
        <div className={classes.note}>{common(`identity.${appeal.identity}`)}</div>
        {appeal.emailFailedAt && (
          <Badge tone="danger" icon="warning">
            {t('mailFails')}
          </Badge>
        )}
        {appeal.viewerCanOpenContacts && <ContactsView key={appeal.id} appealId={appeal.id} />}
      </Block>
      <Block title={t('deputy')}>
        {deputy ? (
          <>
            <Link to="/appeals" search={{ deputy: deputy.id }}>
              {deputy.name}
            </Link>
            <div className={classes.note}>{deputy.mandate.body.name}</div>
            <div className={classes.note}>{[deputy.mandate.faction.name, deputy.mandate.district?.name].filter(Boolean).join(', ')}</div>
          </>
        ) : (
          <div className={classes.note}>{t('deputy.none')}</div>
        )}
        {appeal.forwardedTo && <div className={classes.note}>{t('forwarded.to', { name: appeal.forwardedTo.name })}</div>}
        {appeal.forwardedBody && <div className={classes.note}>{t('forwarded.outside', { body: appeal.forwardedBody })}</div>}
        {appeal.aboutDeputy && <div className={classes.note}>{t('deputy.about', { name: appeal.aboutDeputy.name })}</div>}
      </Block>
      {appeal.campaign && appeal.campaign.count > 1 && (
        <Block title={t('campaign')}>
          <div>{t('campaign.count', { n: appeal.campaign.count, title: appeal.campaign.title })}</div>
          {(appeal.viewerCanAnswer || appeal.viewerCanDraft) && (
            <Button variant="default" size="compact-sm" renderRoot={(props: object) => <Link to="/campaigns/$id" params={{ id: appeal.campaign?.id ?? '' }} {...props} />}>
              {t('campaign.answer')}
            </Button>
          )}
        </Block>
      )}
      <Block title={t('facts')}>
        <dl className={classes.facts}>
          <div>
            <dt>{t('fact.region')}</dt>
            <dd>{region.name}</dd>
          </div>
          {appeal.topic && (
            <div>
              <dt>{t('fact.topic')}</dt>
              <dd>{appeal.topic.name}</dd>
            </div>
          )}
          <div>
            <dt>{t('fact.kind')}</dt>
            <dd>{common(`kind.${appeal.kind}`)}</dd>
          </div>
          <div>
            <dt>{t('fact.channel')}</dt>
            <dd>{common(`channel.${appeal.channel}`)}</dd>
          </div>
          <div>
            <dt>{t('fact.submitted')}</dt>
            <dd>{days.moment(appeal.submittedAt, region.timeZone)}</dd>
          </div>
          {appeal.registeredAt && (
            <div>
              <dt>{t('fact.registered')}</dt>
              <dd>{days.moment(appeal.registeredAt, region.timeZone)}</dd>
            </div>
          )}
          {appeal.firstReaction && (
            <div>
              <dt>{t('fact.firstReaction')}</dt>
              <dd title={appeal.firstReaction.deadline.steps.map(({ text }) => text).join(' ')}>
                <FirstReaction reaction={appeal.firstReaction} timeZone={region.timeZone} />
              </dd>
            </div>
          )}
        </dl>
      </Block>
      <HistoryBlock appeal={appeal} />
    </aside>
  );
}
