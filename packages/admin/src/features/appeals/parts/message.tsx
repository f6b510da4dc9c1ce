import type { AppealFileFragment } from '../../../gql/appeals';
import type { ActorKind, AnswerPromise, MessageKind } from '../../../gql/schema';
import { PROMISE_TONE } from '../../../lib/appeals/promise-state';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Badge } from '../../../ui/badge';
import { Attachments } from './attachments';
import { messages } from './messages';
import classes from './message.module.css';

/** What an answer promises by a day. */
type Promised = Pick<AnswerPromise, 'id' | 'text' | 'dueOn' | 'state'>;

/** One message of the thread: from the applicant on white, from us on grey, the answer with the accent's line. */
export function MessageView({
  message,
  timeZone,
}: {
  message: { kind: MessageKind; authorKind: ActorKind; authorName: string; signedFor?: string | null; text: string; createdAt: string; attachments?: readonly AppealFileFragment[]; promises?: readonly Promised[] };
  timeZone: string;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  return (
    <article className={classes.message} data-kind={message.kind}>
      <header className={classes.head}>
        <h3 className={classes.what}>{t(`message.${message.kind}`)}</h3>
        <span>
          {message.authorName}, {common(`actor.${message.authorKind}`)}
          {message.signedFor && `, ${t('signedFor', { deputy: message.signedFor })}`}
        </span>
        <time dateTime={message.createdAt}>{days.moment(message.createdAt, timeZone)}</time>
      </header>
      <div className={classes.text}>{message.text}</div>
      {message.promises && message.promises.length > 0 && (
        <ul className={classes.promises} aria-label={t('promises')}>
          {message.promises.map((promise) => (
            <li key={promise.id}>
              <span>{promise.text}</span>
              <Badge tone={PROMISE_TONE[promise.state]} icon="clock">
                {days.day(promise.dueOn)}: {common(`promise.${promise.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <Attachments files={message.attachments ?? []} />
    </article>
  );
}
