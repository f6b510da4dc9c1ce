import { useQuery, useSubscription } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AppealListChangedDocument, AppealListDocument, type AppealListQuery } from '../../../gql/appeals';
import { QueryView } from '../../../lib/apollo/query-view';
import { DeadlineBadge, StatusBadge } from '../../../lib/appeals/deadline-badge';
import { wordsOf } from '../../../lib/appeals/found';
import { FoundPassages, FoundSubject, SearchReading } from '../../../lib/appeals/found-passages';
import { shortName } from '../../../lib/format/names';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useRowKeys } from '../../../lib/keys/use-row-keys';
import { useViewer } from '../../../lib/session/viewer';
import { CursorPager } from '../../../lib/url-state/cursor-pager';
import { patchSearch } from '../../../lib/url-state/search-params';
import { DataTable, type Column as TableColumn } from '../../../ui/data-table';
import { Icon } from '../../../ui/icons';
import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';
import { EmptyState } from '../../../ui/states';
import { TabsNav, tabClass } from '../../../ui/tabs-nav';
import type { BulkSelection } from '../bulk/bulk-selection';
import { messages as bulkMessages } from '../bulk/messages';
import { useBulk } from '../bulk/use-bulk';
import {
  appealListFilter,
  appealListSort,
  narrowed,
  USUAL_COLUMNS,
  VIEWS,
  viewOf,
  type AppealListSearch,
  type Column,
  type View,
} from './appeal-list-filter';
import { ExportMenu } from './export-menu';
import { AppealFilters } from './filters';
import { readAppealList } from '../addresses';
import { SavedViews } from '../views/saved-views';
import { messages } from './messages';
import classes from './appeals-page.module.css';

type ListRow = AppealListQuery['appeals']['edges'][number]['node'];

const route = getRouteApi('/shell/appeals');

function useColumns(chosen: readonly Column[], bulk: BulkSelection | null): TableColumn<ListRow>[] {
  const t = useText(messages);
  const tBulk = useText(bulkMessages);
  const common = useCommonText();
  const days = useDays();
  const cells: Record<Column, Omit<TableColumn<ListRow>, 'key' | 'header'>> = {
    applicant: { cell: (row) => row.applicantName },
    region: { cell: (row) => row.region.name },
    topic: { cell: (row) => row.topic?.name ?? null },
    deputy: { cell: (row) => row.deputy && <span title={row.deputy.name}>{shortName(row.deputy.name)}</span> },
    kind: { cell: (row) => common(`kind.${row.kind}`) },
    channel: { cell: (row) => common(`channel.${row.channel}`) },
    submitted: {
      cell: (row) => <time dateTime={row.submittedAt}>{days.momentShort(row.submittedAt, row.region.timeZone)}</time>,
      width: 110,
    },
    due: {
      cell: (row) =>
        row.daysLeft === null ? row.dueOn && days.short(row.dueOn) : <DeadlineBadge daysLeft={row.daysLeft} state={row.deadlineState} />,
      width: 180,
      card: 'bare',
    },
    status: { cell: (row) => <StatusBadge status={row.status} />, width: 150, card: 'bare' },
  };
  return [
    {
      key: 'subject',
      label: t('column.subject'),
      header: (
        <span className={classes.head}>
          {bulk && (
            <Checkbox
              size="xs"
              aria-label={tBulk('selectPage')}
              checked={bulk.page.all}
              indeterminate={bulk.page.some && !bulk.page.all}
              onChange={bulk.togglePage}
            />
          )}
          {t('column.subject')}
        </span>
      ),
      card: 'title',
      cell: (row) => (
        <div className={classes.row} data-appeal={row.id}>
          {bulk && (
            <Checkbox
              size="xs"
              className={classes.check}
              aria-label={tBulk('selectRow', { what: row.number })}
              checked={bulk.has(row.id)}
              onChange={() => undefined}
              onClick={(event) => bulk.toggle(row.id, event.shiftKey)}
            />
          )}
          <div className={classes.subject}>
            <Link to="/appeals/$id" params={{ id: row.id }} className={classes.link} data-row>
              <FoundSubject subject={row.subject} fragments={row.fragments} />
            </Link>
            <span className={classes.number}>
              {row.number}
              {row.collective && (
                <>
                  <Icon name="people" size={14} />
                  <span className="visually-hidden">{t('collective')}</span>
                </>
              )}
            </span>
            <FoundPassages fragments={row.fragments} />
          </div>
        </div>
      ),
    },
    ...chosen.map((column) => ({ key: column, header: t(`column.${column}`), ...cells[column] })),
  ];
}

/** Every appeal that the viewer may see, by any filter; the address holds all of it. */
export function AppealsPage() {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const search: AppealListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<AppealListSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const { data, previousData, error, refetch, loading } = useQuery(AppealListDocument, {
    variables: { filter: appealListFilter(search), sort: appealListSort(search), after: search.after ?? null, ...wordsOf(search.search) },
  });
  // The rows on the screen change as others work; the order and the number of rows do not, until asked for again.
  useSubscription(AppealListChangedDocument, { ignoreResults: true });
  const shown = data ?? previousData;
  const oneRegion = !viewer.allRegions && viewer.regions.length <= 1;
  const chosen = (search.columns ?? USUAL_COLUMNS).filter((column) => column !== 'region' || !oneRegion || search.columns !== undefined);
  const rows = useMemo(() => shown?.appeals.edges.map(({ node }) => node) ?? [], [shown]);
  const bulk = useBulk({
    place: 'appeals',
    filter: appealListFilter(search),
    rows,
    total: shown?.appeals.totalCount,
    regions: search.region,
    shown: search.bulk,
    show: (id) => void navigate({ search: (before) => ({ ...before, bulk: id }), replace: true, resetScroll: false }),
    cursor: () => document.activeElement?.closest<HTMLElement>('[data-appeal]')?.dataset['appeal'] ?? null,
  });
  const columns = useColumns(chosen, bulk.selection);
  const view = search.view ? undefined : viewOf(search);
  useRowKeys();
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.appeals.totalCount}>
        {bulk.recent}
        <ExportMenu search={search} columns={chosen} />
      </PageHeader>
      <TabsNav label={t('views')}>
        {(Object.keys(VIEWS) as View[]).map((key) => (
          <Link
            key={key}
            to="/appeals"
            className={tabClass}
            data-active={key === view || undefined}
            aria-current={key === view ? 'page' : undefined}
            search={{ ...patchSearch(search, { status: undefined, deadline: undefined, view: undefined }), ...VIEWS[key] } as AppealListSearch}
          >
            {t(`view.${key}`)}
          </Link>
        ))}
        <SavedViews
          place="APPEALS"
          to="/appeals"
          search={search}
          read={readAppealList}
          narrowed={narrowed(search) || search.sort !== undefined || search.columns !== undefined}
          go={(next) => void navigate({ search: next, replace: true })}
        />
      </TabsNav>
      <AppealFilters search={search} change={change} />
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ appeals }) =>
          appeals.edges.length === 0 ? (
            narrowed(search) || view !== 'all' ? (
              <EmptyState
                icon="filter"
                title={t('empty.filtered')}
                action={
                  <Button variant="default" renderRoot={(props: object) => <Link to="/appeals" {...props} />}>
                    {common('action.clearFilters')}
                  </Button>
                }
              >
                {t('empty.filteredText')}
              </EmptyState>
            ) : (
              <EmptyState icon="appeals" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              {search.search && <SearchReading reading={appeals.search} total={appeals.totalCount} />}
              <DataTable
                rows={rows}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
                mark={(row) => (row.deadlineState === 'LATE' ? 'danger' : row.deadlineState === 'TODAY' ? 'warning' : undefined)}
              />
              <CursorPager connection={appeals} label={t('pages')} />
              {bulk.bar}
            </>
          )
        }
      </QueryView>
      {bulk.dialogs}
    </Page>
  );
}
