import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { AppealHistoryDocument, OpenContactsDocument, type OpenContactsMutation } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import { messages } from './messages';
import classes from './side.module.css';

type Contacts = NonNullable<OpenContactsMutation['openContacts']['contacts']>;

/** The applicant's contacts: shown after a click, which is on record; gone from the screen with the page, and never in the cache. */
export function ContactsView({ appealId }: { appealId: string }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const apollo = useApolloClient();
  const [open, { loading }] = useMutation(OpenContactsDocument, { fetchPolicy: 'no-cache' });
  const [contacts, setContacts] = useState<Contacts | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const shown = useRef<HTMLDListElement>(null);
  useEffect(() => {
    if (contacts) shown.current?.focus();
  }, [contacts]);

  const ask = async () => {
    setFailure(null);
    try {
      const result = (await open({ variables: { appealId } })).data?.openContacts;
      const refusal = result?.errors[0];
      if (refusal) setFailure(refusal.message);
      else setContacts(result?.contacts ?? null);
      await apollo.query({ query: AppealHistoryDocument, variables: { id: appealId }, fetchPolicy: 'network-only' });
    } catch (error) {
      setFailure(errorText(error));
    }
  };

  if (!contacts) {
    return (
      <div className={classes.contacts}>
        <Button variant="default" size="sm" loading={loading} leftSection={<Icon name="eye" size={16} />} onClick={() => void ask()}>
          {t('contacts.open')}
        </Button>
        <p className={classes.note}>{t('contacts.note')}</p>
        {failure && (
          <p role="alert" className={classes.failure}>
            {failure}
          </p>
        )}
      </div>
    );
  }
  const { email, phone } = contacts;
  return (
    <div className={classes.contacts}>
      <dl ref={shown} tabIndex={-1} className={classes.facts}>
        {email && (
          <div>
            <dt>{t('contacts.email')}</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        )}
        {phone && (
          <div>
            <dt>{t('contacts.phone')}</dt>
            <dd>
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
            </dd>
          </div>
        )}
      </dl>
      {!email && !phone && <p className={classes.note}>{t('contacts.none')}</p>}
      <p className={classes.note} role="status">
        {t('contacts.opened')}
      </p>
    </div>
  );
}
