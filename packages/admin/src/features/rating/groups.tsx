import { useQuery } from '@apollo/client/react';
import { RatingGroupsDocument, type RatingGroupsQuery } from '../../gql/rating';
import type { RatingFilter } from '../../gql/schema';
import { QueryView } from '../../lib/apollo/query-view';
import { useText } from '../../lib/i18n/use-text';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';
import { scaleStart } from './rating-filter';
import { ScoreCell } from './rows';
import { useFigures } from './use-figures';
import classes from './rating-page.module.css';

type Group = RatingGroupsQuery['rating']['regions'][number];

/** Factions or regions: the pooled figures, in alphabetical order. */
export function GroupsTable({ kind, filter, mean }: { kind: 'factions' | 'regions'; filter: RatingFilter; mean: number | null }) {
  const t = useText(messages);
  const figures = useFigures();
  const { data, previousData, error, refetch, loading } = useQuery(RatingGroupsDocument, { variables: { filter } });
  const from = scaleStart((data ?? previousData)?.rating[kind].flatMap(({ low }) => low ?? []) ?? []);
  const columns: Column<Group>[] = [
    { key: 'name', header: t('column.name'), card: 'title', cell: (row) => row.name },
    {
      key: 'score',
      header: t('column.score', { from }),
      width: 440,
      card: 'bare',
      cell: (row) =>
        row.score === null || row.low === null || row.high === null ? (
          <span className={classes.body}>{t(row.state === 'FEW_DATA' ? 'groups.few' : 'groups.hidden')}</span>
        ) : (
          <ScoreCell score={row.score} low={row.low} high={row.high} mean={mean} from={from} />
        ),
    },
    { key: 'due', header: t('column.dueCount'), width: 180, align: 'end', cell: (row) => figures.count(row.due) },
    { key: 'marks', header: t('column.marks'), width: 100, align: 'end', cell: (row) => figures.count(row.marks) },
  ];
  return (
    <QueryView data={data ?? previousData} error={error} refetch={refetch}>
      {({ rating }) =>
        rating[kind].length === 0 ? (
          <EmptyState icon="rating" title={t('groups.empty')} />
        ) : (
          <>
            <p className={classes.meaning}>{t('groups.text')}</p>
            <DataTable rows={rating[kind]} columns={columns} rowKey={(row) => row.id} caption={t(`view.${kind}`)} busy={loading && !data} />
          </>
        )
      }
    </QueryView>
  );
}
