import { useLazyQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { ApplicantByContactDocument, type ApplicantByContactQuery } from '../../gql/personal-data';
import { StatusBadge } from '../../lib/appeals/deadline-badge';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { DataTable, type Column } from '../../ui/data-table';
import { Panel } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { EraseDialog } from './erase-dialog';
import { messages } from './messages';
import classes from './personal-data.module.css';

type Found = ApplicantByContactQuery['applicantByContact'];
type Row = Found['appeals'][number];

function useColumns(): Column<Row>[] {
  const t = useText(messages);
  const days = useDays();
  return [
    {
      key: 'number',
      header: t('column.number'),
      card: 'title',
      cell: (row) => (
        <Link to="/appeals/$id" params={{ id: row.id }}>
          {row.number}
        </Link>
      ),
    },
    { key: 'status', header: t('column.status'), width: 170, card: 'bare', cell: (row) => <StatusBadge status={row.status} /> },
    { key: 'region', header: t('column.region'), width: 240, cell: (row) => row.region.name },
    { key: 'submitted', header: t('column.submitted'), width: 150, cell: (row) => days.moment(row.submittedAt) },
    { key: 'closed', header: t('column.closed'), width: 150, cell: (row) => row.closedAt && days.moment(row.closedAt) },
  ];
}

/** Finds what one person sent, by the contact that the person gave, and erases it at that person's wish. */
export function PersonPanel() {
  const t = useText(messages);
  const common = useCommonText();
  const field = useRef<HTMLInputElement>(null);
  const [contact, setContact] = useState('');
  const [asked, setAsked] = useState('');
  const [lacking, setLacking] = useState(false);
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState<number>();
  // Each look is put on record, so nothing is asked again unless the person asks.
  const [find, { data, error, loading, called }] = useLazyQuery(ApplicantByContactDocument, { fetchPolicy: 'no-cache' });
  const columns = useColumns();

  const look = (wanted: string) => {
    setAsked(wanted);
    setErased(undefined);
    void find({ variables: { contact: wanted } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = contact.trim();
    setLacking(!wanted);
    if (wanted) look(wanted);
    else field.current?.focus();
  };
  return (
    <Panel className={classes.panel} label={t('person.title')}>
      <h2 className={classes.heading}>{t('person.title')}</h2>
      <p className={classes.text}>{t('person.text')}</p>
      <form className={classes.find} onSubmit={submit} noValidate role="search" aria-label={t('person.title')}>
        <TextInput
          ref={field}
          label={t('person.contact')}
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
          error={lacking && !contact.trim() ? t('person.lacks') : undefined}
          autoComplete="off"
          data-page-search
        />
        <Button type="submit" loading={loading}>
          {common('action.search')}
        </Button>
      </form>
      <div aria-live="polite">
        {erased !== undefined ? (
          <EmptyState icon="check" title={t('erased.title')}>
            {t('erased.text', { n: erased })}
          </EmptyState>
        ) : (
          called && (
            <QueryView data={data?.applicantByContact} error={error} refetch={() => look(asked)}>
              {(found) =>
                found.total === 0 ? (
                  <EmptyState icon="search" title={t('none.title')}>
                    {t('none.text')}
                  </EmptyState>
                ) : (
                  <>
                    <div className={classes.found}>
                      <p className={classes.text}>
                        <strong>{t('person.found', { n: found.total })}</strong>
                        {found.open > 0 && ` ${t('person.open', { n: found.open })}`}
                      </p>
                      <Button color="red.9" variant="outline" onClick={() => setErasing(true)}>
                        {t('erase')}
                      </Button>
                    </div>
                    <DataTable rows={found.appeals} columns={columns} rowKey={(row) => row.id} caption={t('person.list')} busy={loading} />
                    {found.total > found.appeals.length && <p className={classes.dim}>{t('person.more', { n: found.appeals.length })}</p>}
                    <EraseDialog
                      contact={asked}
                      total={found.total}
                      open={found.open}
                      opened={erasing}
                      close={() => setErasing(false)}
                      onErased={(count) => {
                        setErasing(false);
                        setErased(count);
                        setContact('');
                      }}
                    />
                  </>
                )
              }
            </QueryView>
          )
        )}
      </div>
    </Panel>
  );
}
