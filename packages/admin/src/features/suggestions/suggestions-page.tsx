import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { useIntl } from 'react-intl';
import { SuggestionModelsDocument, type SuggestionModelRowFragment } from '../../gql/suggestions';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';
import classes from './suggestions.module.css';

/** A share as per cent; null where nothing was measured. */
function useShare(): (share: number | null) => string | null {
  const { formatNumber } = useIntl();
  return (share) => (share === null ? null : formatNumber(share, { style: 'percent', maximumFractionDigits: 1 }));
}

function useVersionColumns(): Column<SuggestionModelRowFragment>[] {
  const t = useText(messages);
  const days = useDays();
  const share = useShare();
  const { formatNumber } = useIntl();
  return [
    {
      key: 'version',
      header: t('version'),
      card: 'title',
      width: 150,
      cell: (row) => (
        <>
          {row.version} {row.inUse && <Badge tone="good">{t('inUse')}</Badge>}
        </>
      ),
    },
    { key: 'trained', header: t('trained'), width: 140, cell: (row) => <time dateTime={row.trainedAt}>{days.moment(row.trainedAt)}</time> },
    { key: 'learned', header: t('learned'), align: 'end', cell: (row) => formatNumber(row.decisions) },
    { key: 'heldBack', header: t('heldBack'), align: 'end', cell: (row) => formatNumber(row.heldBack) },
    { key: 'first', header: t('first'), align: 'end', cell: (row) => share(row.topicFirst) },
    { key: 'three', header: t('three'), align: 'end', cell: (row) => share(row.topicAmongThree) },
    { key: 'kind', header: t('kind'), align: 'end', cell: (row) => share(row.kindRight) },
    { key: 'reasons', header: t('reasons'), align: 'end', cell: (row) => `${share(row.reasonPrecision) ?? '–'}\u00a0/\u00a0${share(row.reasonRecall) ?? '–'}` },
    { key: 'urgency', header: t('urgency'), width: 200, cell: (row) => <Urgency row={row} /> },
    {
      key: 'agreed',
      header: t('agreed'),
      align: 'end',
      cell: (row) => (row.decided === 0 ? null : t('agreed.of', { first: formatNumber(row.agreedFirst), of: formatNumber(row.decided) })),
    },
  ];
}

/** How many urgent letters were found, beside what the rules find without having learned, and how many alarms were right. */
function Urgency({ row }: { row: SuggestionModelRowFragment }) {
  const t = useText(messages);
  const share = useShare();
  const { formatNumber } = useIntl();
  if (row.urgencyHeldBack === 0) return null;
  if (row.urgencyRecall === null) return t('urgency.none', { of: formatNumber(row.urgencyHeldBack) });
  return (
    <>
      <div className={classes.line}>{t('urgency.found', { recall: share(row.urgencyRecall) ?? '–', urgent: formatNumber(row.urgencyUrgent) })}</div>
      <div className={`${classes.line} ${classes.beside}`}>{t('urgency.rules', { recall: share(row.urgencyRulesRecall) ?? '–' })}</div>
      <div className={`${classes.line} ${classes.beside}`}>{t('urgency.right', { precision: share(row.urgencyPrecision) ?? '–' })}</div>
    </>
  );
}

/** How good the suggestions are: every version of the model with what was measured, and the one in use by topic. */
export function SuggestionsPage() {
  const t = useText(messages);
  const share = useShare();
  const { formatNumber } = useIntl();
  const { data, error, refetch } = useQuery(SuggestionModelsDocument);
  const columns = useVersionColumns();
  type TopicRow = SuggestionModelRowFragment['topics'][number];
  const topicColumns: Column<TopicRow>[] = [
    { key: 'topic', header: t('topic'), card: 'title', cell: (row) => row.topic.name },
    { key: 'count', header: t('topic.count'), align: 'end', width: 140, cell: (row) => formatNumber(row.count) },
    { key: 'first', header: t('topic.first'), align: 'end', width: 200, cell: (row) => share(row.first / row.count) },
  ];
  return (
    <Page wide>
      <PageHeader title={t('title')} />
      <p className={classes.lead}>{t('lead')}</p>
      <QueryView data={data} error={error} refetch={refetch}>
        {({ suggestionModels }) => {
          const used = suggestionModels.find(({ inUse }) => inUse);
          if (suggestionModels.length === 0)
            return (
              <EmptyState icon="hint" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            );
          return (
            <>
              <DataTable rows={suggestionModels} columns={columns} rowKey={(row) => String(row.version)} caption={t('versions')} />
              {used && used.topics.length > 0 && (
                <>
                  <Title order={2} size="h3" className={classes.heading}>
                    {t('topics', { version: used.version })}
                  </Title>
                  <DataTable rows={used.topics} columns={topicColumns} rowKey={(row) => row.topic.code} caption={t('topics', { version: used.version })} />
                </>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
