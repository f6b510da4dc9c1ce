import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { QueueLetterQuery } from '../../../gql/appeals';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Badge } from '../../../ui/badge';
import { Icon } from '../../../ui/icons';
import { Attachments } from '../parts/attachments';
import { MessageView } from '../parts/message';
import { PresenceBar, usePresence } from '../parts/presence';
import { UrgentMark } from '../parts/urgent-mark';
import { messages } from './messages';
import { isOpen } from './use-queue';
import { useRegistrationMark } from './queue-list';
import classes from './letter.module.css';

export type Letter = NonNullable<QueueLetterQuery['appeal']>;

/** The last move of the history that decided the letter. */
export function decision(letter: Pick<Letter, 'history' | 'status'>) {
  return letter.history.findLast((entry) => entry.move !== null && entry.to === letter.status);
}

/** What the applicant wrote, as text whatever it holds, and what was said since. */
export function LetterView({ letter, reordered, refetch }: { letter: Letter; reordered: () => void; refetch: () => Promise<unknown> }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const mark = useRegistrationMark()(letter);
  const decided = isOpen(letter) ? undefined : decision(letter);
  const zone = letter.region.timeZone;
  const others = usePresence(letter.id, isOpen(letter) ? 'DECIDING' : 'READING');
  return (
    <article className={classes.letter} aria-labelledby="letter-subject">
      {!isOpen(letter) && (
        <div className={classes.decided} role="status">
          <Icon name="check" size={18} />
          <div>
            <strong>{t('decided.title')}</strong>
            <div>{decided && t('decided.text', { who: decided.actorName, when: days.moment(decided.at, zone), what: decided.title })}</div>
            <Link to="/appeals/$id" params={{ id: letter.id }}>
              {t('decided.open')}
            </Link>
          </div>
        </div>
      )}
      <PresenceBar others={others} />
      <div className={classes.badges}>
        {letter.urgent && (
          <Badge tone="danger" icon="warning">
            {t('row.urgent')}
          </Badge>
        )}
        <Badge tone="quiet">{common(`kind.${letter.kind}`)}</Badge>
        {letter.collective && (
          <Badge tone="quiet" icon="people">
            {t('row.collective')}
          </Badge>
        )}
        {mark && (
          <Badge tone={mark === 'late' ? 'danger' : 'warning'} icon={mark === 'late' ? 'warning' : 'clock'}>
            {t(`row.${mark}`)}
          </Badge>
        )}
        <UrgentMark appeal={letter} changed={reordered} refetch={refetch} />
      </div>
      <Title order={2} id="letter-subject" className={classes.subject}>
        {letter.subject}
      </Title>
      <dl className={classes.facts}>
        <div>
          <dt>{t('from')}</dt>
          <dd>
            {letter.applicantName}, {common(`identity.${letter.identity}`)}
          </dd>
        </div>
        <div>
          <dt>{t('received')}</dt>
          <dd>
            {days.moment(letter.submittedAt, zone)}, {common(`channel.${letter.channel}`)}, {letter.region.name}
          </dd>
        </div>
        {isOpen(letter) && (
          <div>
            <dt>{t('registerBy')}</dt>
            <dd>{days.day(letter.registerBy)}</dd>
          </div>
        )}
        <div>
          <dt>№</dt>
          <dd>
            <Link to="/appeals/$id" params={{ id: letter.id }}>
              {letter.number}
            </Link>
          </dd>
        </div>
      </dl>
      <div className={classes.text}>{letter.text}</div>
      <Attachments files={letter.attachments} />
      {letter.messages.length > 0 && (
        <section aria-label={t('thread')} className={classes.thread}>
          {letter.messages.map((message) => (
            <MessageView key={message.id} message={message} timeZone={zone} />
          ))}
        </section>
      )}
    </article>
  );
}
