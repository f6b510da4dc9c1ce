import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { RetentionDocument, type RetentionQuery } from '../../gql/personal-data';
import { StatusBadge } from '../../lib/appeals/deadline-badge';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Panel } from '../../ui/page';
import { messages } from './messages';
import classes from './personal-data.module.css';

type Retention = RetentionQuery['retention'];

/** The terms of retention, and what they would anonymise now: a dry run, which changes nothing. */
export function RetentionPanel() {
  const t = useText(messages);
  const { data, previousData, error, refetch } = useQuery(RetentionDocument);
  return (
    <Panel className={classes.panel} label={t('retention.title')}>
      <h2 className={classes.heading}>{t('retention.title')}</h2>
      <QueryView data={(data ?? previousData)?.retention} error={error} refetch={refetch}>
        {(retention) => <Policy retention={retention} />}
      </QueryView>
    </Panel>
  );
}

function Policy({ retention }: { retention: Retention }) {
  const t = useText(messages);
  const days = useDays();
  const { formatNumber } = useIntl();
  const rules: Column<Retention['rules'][number]>[] = [
    { key: 'status', header: t('column.ended'), width: 190, card: 'title', cell: (row) => <StatusBadge status={row.status} /> },
    { key: 'days', header: t('column.term'), width: 170, cell: (row) => t('retention.days', { n: row.afterDays }) },
    { key: 'source', header: t('column.source'), cell: (row) => row.source },
  ];
  const due: Column<Retention['due'][number]>[] = [
    { key: 'region', header: t('column.region'), card: 'title', cell: (row) => row.region.name },
    { key: 'status', header: t('column.ended'), width: 190, card: 'bare', cell: (row) => <StatusBadge status={row.status} /> },
    { key: 'count', header: t('column.count'), width: 120, align: 'end', cell: (row) => formatNumber(row.count) },
    { key: 'oldest', header: t('column.oldest'), width: 180, cell: (row) => days.moment(row.oldest) },
  ];
  return (
    <>
      <p className={classes.text}>
        <Badge tone={retention.enabled ? 'good' : 'quiet'}>{t(retention.enabled ? 'retention.on' : 'retention.off')}</Badge>{' '}
        {t(retention.enabled ? 'retention.onText' : 'retention.offText', { n: retention.perRun })}
      </p>
      <DataTable rows={retention.rules} columns={rules} rowKey={(row) => row.status} caption={t('retention.rules')} />
      <h3 className={classes.subheading}>{t('dry.title')}</h3>
      {retention.total === 0 ? (
        <p className={classes.text}>{t('dry.none')}</p>
      ) : (
        <>
          <p className={classes.text}>{t('dry.text', { total: retention.total, next: retention.inNextRun })}</p>
          <DataTable rows={retention.due} columns={due} rowKey={(row) => `${row.status} ${row.region.code}`} caption={t('dry.title')} />
          <details className={classes.numbers}>
            <summary>{t('dry.numbers', { n: retention.next.length })}</summary>
            <p>{retention.next.join(', ')}</p>
          </details>
        </>
      )}
    </>
  );
}
