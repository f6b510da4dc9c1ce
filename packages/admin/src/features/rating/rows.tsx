import { Link } from '@tanstack/react-router';
import type { RatingRowFragment } from '../../gql/rating';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { IntervalBar } from './interval-bar';
import { messages } from './messages';
import { useExplains } from './use-explains';
import { useFigures } from './use-figures';
import classes from './rating-page.module.css';

export type RatingRow = RatingRowFragment;

/** The score in figures, and beside it on a line. */
export function ScoreCell({
  score,
  low,
  high,
  mean,
  from,
}: {
  score: number;
  low: number;
  high: number;
  mean: number | null;
  from: number;
}) {
  const figures = useFigures();
  return (
    <span className={classes.score}>
      <b>{figures.score(score)}</b>
      <IntervalBar value={score} low={low} high={high} mean={mean} from={from} />
      <span className={classes.range}>{figures.range(low, high)}</span>
    </span>
  );
}

function useDeputyColumn(period: string | undefined, changed: ReadonlySet<string>, manyRegions: boolean): Column<RatingRow> {
  const t = useText(messages);
  const explains = useExplains();
  return {
    key: 'deputy',
    header: t('column.deputy'),
    card: 'title',
    cell: (row) => (
      <div className={classes.deputy}>
        <span>
          {explains(row.deputy.id) ? (
            <Link to="/rating/$deputyId" params={{ deputyId: row.deputy.id }} search={{ period }} className={classes.link}>
              {row.deputy.name}
            </Link>
          ) : (
            <Link to="/deputies/$id" params={{ id: row.deputy.id }} className={classes.link}>
              {row.deputy.name}
            </Link>
          )}
          {changed.has(row.id) && (
            <>
              {' '}
              <Badge tone="accent">{t('row.changed')}</Badge>
            </>
          )}
          {row.outsideLeague && (
            <>
              {' '}
              <Badge tone="quiet">{t('row.outside')}</Badge>
            </>
          )}
        </span>
        <span className={classes.body}>{manyRegions ? `${row.body.name} · ${row.region.name}` : row.body.name}</span>
      </div>
    ),
  };
}

interface RowsProps {
  rows: readonly RatingRow[];
  caption: string;
  period: string | undefined;
  /** Ids of rows whose figures came a moment ago. */
  changed: ReadonlySet<string>;
  manyRegions: boolean;
  busy?: boolean;
}

/** Deputies of one group, with their figures. */
export function ScoredRows({ mean, from, ...props }: RowsProps & { mean: number | null; from: number }) {
  const t = useText(messages);
  const figures = useFigures();
  const columns: Column<RatingRow>[] = [
    useDeputyColumn(props.period, props.changed, props.manyRegions),
    {
      key: 'score',
      header: t('column.score', { from }),
      width: 440,
      card: 'bare',
      cell: (row) =>
        row.score === null || row.low === null || row.high === null ? null : (
          <ScoreCell score={row.score} low={row.low} high={row.high} mean={mean} from={from} />
        ),
    },
    {
      key: 'due',
      header: t('column.due'),
      width: 110,
      align: 'end',
      cell: (row) => t('column.due.value', { inTime: row.inTime, due: row.due }),
    },
    { key: 'marks', header: t('column.marks'), width: 90, align: 'end', cell: (row) => figures.count(row.marks) },
    {
      key: 'coverage',
      header: t('column.coverage'),
      width: 130,
      align: 'end',
      cell: (row) => (row.coverage === null ? null : figures.percent(row.coverage)),
    },
  ];
  return <DataTable rows={props.rows} columns={columns} rowKey={(row) => row.id} caption={props.caption} busy={props.busy ?? false} />;
}

/** Deputies of whom too little is known: no figure, only what is missing. */
export function FewDataRows(props: RowsProps) {
  const t = useText(messages);
  const figures = useFigures();
  const columns: Column<RatingRow>[] = [
    useDeputyColumn(props.period, props.changed, props.manyRegions),
    {
      key: 'missing',
      header: t('column.missing'),
      width: 230,
      cell: (row) =>
        [
          row.missingDue > 0 ? t('missing.due', { n: row.missingDue }) : '',
          row.missingMarks > 0 ? t('missing.marks', { n: row.missingMarks }) : '',
        ]
          .filter(Boolean)
          .join(', ') || null,
    },
    {
      key: 'due',
      header: t('column.due'),
      width: 110,
      align: 'end',
      cell: (row) => t('column.due.value', { inTime: row.inTime, due: row.due }),
    },
    { key: 'marks', header: t('column.marks'), width: 90, align: 'end', cell: (row) => figures.count(row.marks) },
  ];
  return <DataTable rows={props.rows} columns={columns} rowKey={(row) => row.id} caption={props.caption} busy={props.busy ?? false} />;
}
