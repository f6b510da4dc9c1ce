import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { DeadlineBoardDocument, type DeadlineBoardQuery } from '../../gql/deadlines';
import type { AppealStatus, DeadlineState } from '../../gql/schema';
import { QueryView } from '../../lib/apollo/query-view';
import { useText } from '../../lib/i18n/use-text';
import { useMyRegions } from '../../lib/reference/use-reference';
import { DataTable, type Column } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';

const route = getRouteApi('/shell/deadlines');

type Row = DeadlineBoardQuery['deadlineBoard'][number];
type Figure = 'inTime' | 'atRisk' | 'today' | 'late' | 'firstReactionMissed' | 'submitted';

/** The filter of the list that a figure counts. */
const FILTERS: Record<Figure, { deadline?: DeadlineState; reaction?: true; status?: AppealStatus[] }> = {
  late: { deadline: 'LATE' },
  today: { deadline: 'TODAY' },
  atRisk: { deadline: 'AT_RISK' },
  inTime: { deadline: 'IN_TIME' },
  firstReactionMissed: { reaction: true },
  submitted: { status: ['SUBMITTED'] },
};
const FIGURES = Object.keys(FILTERS) as Figure[];

function useColumns(region: string): Column<Row>[] {
  const t = useText(messages);
  const { formatNumber } = useIntl();
  const nameOf = (row: Row): string => row.deputy?.name ?? t('nobody');
  return [
    { key: 'deputy', header: t('column.deputy'), card: 'title', cell: nameOf },
    ...FIGURES.map(
      (key): Column<Row> => ({
        key,
        header: t(`column.${key}`),
        align: 'end',
        width: 130,
        cell: (row) => {
          const n = row[key];
          if (n === 0) return null;
          const words = formatNumber(n);
          // Without a deputy there is no filter that finds these alone, and they are the queue's.
          if (!row.deputy) return <Link to="/queue" search={{ region: [region] }}>{words}</Link>;
          return (
            <Link
              to="/appeals"
              search={{ region: [region], deputy: row.deputy.id, ...FILTERS[key] }}
              aria-label={t('figure', { deputy: nameOf(row), column: t(`column.${key}`), n })}
            >
              {words}
            </Link>
          );
        },
      }),
    ),
  ];
}

function Board({ region }: { region: string }) {
  const t = useText(messages);
  const { data, previousData, error, refetch, loading } = useQuery(DeadlineBoardDocument, { variables: { regionCode: region } });
  const columns = useColumns(region);
  return (
    <QueryView data={data ?? previousData} error={error} refetch={refetch}>
      {({ deadlineBoard }) =>
        deadlineBoard.length === 0 ? (
          <EmptyState icon="check" title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <DataTable
            rows={deadlineBoard}
            columns={columns}
            rowKey={(row) => row.deputy?.id ?? 'nobody'}
            caption={t('title')}
            busy={loading && !data}
            mark={(row) => (row.late > 0 ? 'danger' : row.today > 0 ? 'warning' : undefined)}
          />
        )
      }
    </QueryView>
  );
}

/** How each deputy of a region stands with deadlines; for whoever looks after them. */
export function DeadlinesPage() {
  const t = useText(messages);
  const regions = useMyRegions();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const region = regions.find(({ value }) => value === search.region)?.value ?? regions[0]?.value;
  return (
    <Page wide>
      <PageHeader title={t('title')}>
        {regions.length > 1 && (
          <Select
            aria-label={t('region')}
            searchable
            allowDeselect={false}
            value={region ?? null}
            data={regions}
            onChange={(value) => void navigate({ search: { region: value ?? undefined }, replace: true })}
          />
        )}
      </PageHeader>
      <p>{t('hint')}</p>
      {region && <Board region={region} />}
    </Page>
  );
}
