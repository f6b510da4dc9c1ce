import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MailAppealDocument, type MailRowFragment } from '../../gql/outbox';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { withLinks } from './links';
import { messages } from './messages';
import { STATE_TONE } from './outbox-filter';
import classes from './outbox.module.css';

/** The appeal's page has an id where the mail has the number. */
function AppealLink({ number }: { number: string }) {
  const { data } = useQuery(MailAppealDocument, { variables: { filter: { search: number } }, fetchPolicy: 'cache-first' });
  const found = data?.appeals.edges[0]?.node;
  return found?.number === number ? (
    <Link to="/appeals/$id" params={{ id: found.id }}>
      {number}
    </Link>
  ) : (
    <>{number}</>
  );
}

/** The text as the reader got it. The HTML part says the same; only the text is shown, so that nothing of it runs or loads here. */
function Text({ text }: { text: string }) {
  const t = useText(messages);
  return (
    <div className={classes.text} tabIndex={0} role="region" aria-label={t('column.subject')}>
      {withLinks(text).map((piece, at) =>
        piece.href ? (
          <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
            <span className="visually-hidden"> {t('mail.newTab')}</span>
          </a>
        ) : (
          <span key={at}>{piece.text}</span>
        ),
      )}
    </div>
  );
}

export function MailView({ mail }: { mail: MailRowFragment }) {
  const t = useText(messages);
  const days = useDays();
  const facts: [string, ReactNode][] = [
    [t('mail.to'), mail.to],
    [t('mail.created'), days.moment(mail.createdAt)],
    [t('mail.sent'), mail.sentAt && days.moment(mail.sentAt)],
    [t('mail.appeal'), mail.appealNumber && <AppealLink number={mail.appealNumber} />],
    [t('mail.error'), mail.error],
  ];
  return (
    <>
      <p className={classes.badges}>
        <Badge tone="accent">{t(`kind.${mail.kind}`)}</Badge> <Badge tone={STATE_TONE[mail.state]}>{t(`state.${mail.state}`)}</Badge>
      </p>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {mail.text ? <Text text={mail.text} /> : <p className={classes.dim}>{t(mail.state === 'SENT' ? 'mail.erased' : 'mail.notYet')}</p>}
    </>
  );
}
