import { Link } from '@tanstack/react-router';
import type { RatingExplanationQuery, RatingItemRowFragment } from '../../gql/rating';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { explanationMessages } from './explanation-messages';
import { useFigures } from './use-figures';
import classes from './explanation.module.css';

function StateCell({ row }: { row: RatingItemRowFragment }) {
  const t = useText(explanationMessages);
  return (
    <div className={classes.stack}>
      <span>
        {row.answeredOn === null ? (
          <Badge tone={row.counted ? 'danger' : 'quiet'}>{t('item.none')}</Badge>
        ) : (
          <Badge tone={row.inTime ? 'good' : 'danger'}>{t(row.inTime ? 'item.inTime' : 'item.late')}</Badge>
        )}
        {!row.counted && (
          <>
            {' '}
            <Badge tone="quiet">{t('item.notCounted')}</Badge>
          </>
        )}
      </span>
      {row.exclusionText && <span className={classes.why}>{row.exclusionText}</span>}
    </div>
  );
}

function MarkCell({ row }: { row: RatingItemRowFragment }) {
  const t = useText(explanationMessages);
  const common = useCommonText();
  const facts = [
    row.personal === null ? '' : t('item.mark.personal', { personal: row.personal }),
    row.result === null ? '' : common(`feedbackResult.${row.result}`),
  ];
  return (
    <div className={classes.stack}>
      <span>
        {row.quality !== null && t('item.mark.value', { quality: row.quality })}
        {row.markCounted === false && (
          <>
            {' '}
            <Badge tone="quiet">{t('item.mark.notCounted')}</Badge>
          </>
        )}
      </span>
      {facts.some(Boolean) && <span className={classes.why}>{facts.filter(Boolean).join(', ')}</span>}
      {row.markExclusionText && <span className={classes.why}>{row.markExclusionText}</span>}
    </div>
  );
}

/** The appeals behind the figure, each with whether and why it counts. */
export function Items({ items, busy }: { items: RatingExplanationQuery['ratingExplanation']['items']; busy: boolean }) {
  const t = useText(explanationMessages);
  const days = useDays();
  const figures = useFigures();
  const columns: Column<RatingItemRowFragment>[] = [
    {
      key: 'subject',
      header: t('item.subject'),
      card: 'title',
      cell: (row) => (
        <div className={classes.subject}>
          <Link to="/appeals/$id" params={{ id: row.appealId }}>
            {row.subject}
          </Link>
          <span className={classes.why}>{row.number}</span>
        </div>
      ),
    },
    { key: 'state', header: t('item.state'), width: 270, card: 'bare', cell: (row) => <StateCell row={row} /> },
    { key: 'due', header: t('item.due'), width: 105, cell: (row) => days.short(row.dueOn) },
    { key: 'answered', header: t('item.answered'), width: 105, cell: (row) => row.answeredOn && days.short(row.answeredOn) },
    {
      key: 'mark',
      header: t('item.mark'),
      width: 250,
      cell: (row) => (row.quality === null && row.markExclusionText === null ? null : <MarkCell row={row} />),
    },
    {
      key: 'template',
      header: t('item.template'),
      width: 90,
      align: 'end',
      cell: (row) => (row.templateShare === null ? null : figures.percent(row.templateShare)),
    },
  ];
  return (
    <section className={classes.section} aria-labelledby="items">
      <h2 id="items">
        {t('items')} <span className={classes.quiet}>{figures.count(items.totalCount)}</span>
      </h2>
      {items.edges.length === 0 ? (
        <p className={classes.quiet}>{t('items.empty')}</p>
      ) : (
        <>
          <p className={classes.quiet}>{t('items.text')}</p>
          <DataTable
            rows={items.edges.map(({ node }) => node)}
            columns={columns}
            rowKey={(row) => row.appealId}
            caption={t('items')}
            busy={busy}
          />
          <CursorPager connection={items} label={t('items.pages')} />
        </>
      )}
    </section>
  );
}
