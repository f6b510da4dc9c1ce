import type { AppealFileFragment } from '../../../gql/appeals';
import type { ActorKind, MessageKind } from '../../../gql/schema';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Attachments } from './attachments';
import { messages } from './messages';
import classes from './message.module.css';

/** One message of the thread: from the applicant on white, from us on grey, the answer with the accent's line. */
export function MessageView({
  message,
  timeZone,
}: {
  message: { kind: MessageKind; authorKind: ActorKind; authorName: string; text: string; createdAt: string; attachments?: readonly AppealFileFragment[] };
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
        </span>
        <time dateTime={message.createdAt}>{days.moment(message.createdAt, timeZone)}</time>
      </header>
      <div className={classes.text}>{message.text}</div>
      <Attachments files={message.attachments ?? []} />
    </article>
  );
}
