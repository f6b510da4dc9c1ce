import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RatingEntriesDocument, RatingOverviewDocument, RatingOwnLevelDocument, type RatingOverviewQuery } from '../../gql/rating';
import type { BodyLevel } from '../../gql/schema';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState, ListSkeleton } from '../../ui/states';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { FewDataGroup } from './few-data';
import { RatingFilters } from './filters';
import { Funnel } from './funnel';
import { GroupsTable } from './groups';
import { messages } from './messages';
import { filterCount, GROUPS, groupOf, ratingFilter, scaleStart, scoredFilter, type Group, type RatingSearch } from './rating-filter';
import { ScoredRows, type RatingRow } from './rows';
import { useFigures } from './use-figures';
import { useLiveRating } from './use-live-rating';
import classes from './rating-page.module.css';
import '../../ui/print.css';

const route = getRouteApi('/shell/rating');
type Overview = RatingOverviewQuery['rating'];

function Summary({ rating, level }: { rating: Overview; level: BodyLevel | 'ALL' }) {
  const t = useText(messages);
  const figures = useFigures();
  const days = useDays();
  const { deputies, league, marked, fewData, levelMean } = rating.summary;
  return (
    <div className={classes.summary}>
      <p>
        {t('summary', { deputies, league, marked, few: fewData })}{' '}
        {levelMean === null ? level === 'ALL' && t('summary.levels') : t('summary.mean', { mean: figures.score(levelMean) })}
      </p>
      <p className={classes.computed}>
        {rating.period.title} · {t('computed', { moment: days.moment(rating.computedAt) })}
      </p>
      <details className={classes.method}>
        <summary>{t('method')}</summary>
        <p>{rating.formula.text}</p>
        <p>{t('method.version', { version: rating.formula.version })}</p>
      </details>
    </div>
  );
}

/** Rows stay in the group in which the page showed them first: a change marks a row, it does not move it. */
function inGroups(rows: readonly RatingRow[], kept: Map<string, Group>): [Group, RatingRow[]][] {
  for (const row of rows) if (!kept.has(row.id)) kept.set(row.id, groupOf(row));
  return GROUPS.map((group): [Group, RatingRow[]] => [group, rows.filter((row) => kept.get(row.id) === group)]).filter(
    ([, some]) => some.length > 0,
  );
}

function Deputies({
  rating,
  search,
  ownLevel,
  change,
}: {
  rating: Overview;
  search: RatingSearch;
  ownLevel: BodyLevel;
  change: (patch: Partial<RatingSearch>) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const filter = ratingFilter(search, ownLevel);
  const onlyFew = search.group === 'FEW_DATA';
  const { data, previousData, error, refetch, loading } = useQuery(RatingEntriesDocument, {
    variables: { filter: scoredFilter(search, ownLevel), after: search.after ?? null },
    skip: onlyFew,
  });
  const live = useLiveRating(filter);
  const shown = data ?? previousData;
  const key = JSON.stringify([shown?.rating.snapshotId, search.after, filter, search.group]);
  const [kept, setKept] = useState<{ key: string; groups: Map<string, Group> }>({ key, groups: new Map() });
  if (kept.key !== key) setKept({ key, groups: new Map() });
  const { summary, formula, regions, funnel } = rating;
  const due = regions.reduce((sum, one) => sum + one.due, 0);
  const marksPerDue = due === 0 ? 0 : regions.reduce((sum, one) => sum + one.marks, 0) / due;
  const manyRegions = (viewer.allRegions || viewer.regions.length > 1) && search.region?.length !== 1;
  const rowsOf = { period: search.period, changed: live.changed, manyRegions };
  // The intervals of the next pages are about as wide as those at hand.
  const from = scaleStart(funnel.map(({ score }) => score - 10));
  const total: Record<Group, number> = {
    A: summary.tierA,
    B: summary.tierB,
    C: summary.tierC,
    MARKED: summary.marked,
    FEW_DATA: summary.fewData,
  };
  return (
    <>
      {live.many && (
        <div className={classes.live} role="status">
          <span>{t('live.changed', { n: live.changed.size })}</span>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              live.forget();
              void refetch();
            }}
          >
            {t('live.show')}
          </Button>
        </div>
      )}
      {!onlyFew &&
        (summary.levelMean === null
          ? funnel.length > 0 && <p className={classes.meaning}>{t('funnel.noLevel')}</p>
          : funnel.length > 2 && (
              <Funnel
                points={funnel}
                period={search.period}
                method={{ mean: summary.levelMean, leagueFrom: formula.leagueFrom, weights: formula.weights, marksPerDue }}
              />
            ))}
      {!onlyFew && (
        <QueryView data={shown} error={error} refetch={refetch}>
          {({ rating: { entries } }) =>
            entries.edges.length === 0 ? (
              <EmptyState
                icon="filter"
                title={t(summary.deputies === 0 && filterCount(search) === 0 ? 'empty.title' : 'empty.filtered')}
                action={
                  search.search && search.level !== 'ALL' ? (
                    <Button variant="default" onClick={() => change({ level: 'ALL' })}>
                      {t('empty.bothLevels')}
                    </Button>
                  ) : (
                    filterCount(search) > 0 && (
                      <Button
                        variant="default"
                        onClick={() => change({ region: undefined, faction: undefined, group: undefined, search: undefined })}
                      >
                        {common('action.clearFilters')}
                      </Button>
                    )
                  )
                }
              >
                {t(summary.deputies === 0 && filterCount(search) === 0 ? 'empty.text' : 'empty.filteredText')}
              </EmptyState>
            ) : (
              <>
                {inGroups(
                  entries.edges.map(({ node }) => node),
                  kept.groups,
                ).map(([group, rows]) => (
                  <section key={group} className={classes.group}>
                    <div className={classes.groupHead}>
                      <h2>{t(`group.${group}`)}</h2>
                      <span className={classes.groupCount}>{t('group.count', { n: total[group] })}</span>
                    </div>
                    <p className={classes.meaning}>
                      {group !== 'FEW_DATA' && t(`group.${group}.text`)} {t('group.order')}.
                    </p>
                    <ScoredRows
                      rows={rows}
                      caption={t(`group.${group}`)}
                      mean={summary.levelMean}
                      from={from}
                      busy={loading && !data}
                      {...rowsOf}
                    />
                  </section>
                ))}
                <CursorPager connection={entries} label={t('pages')} />
              </>
            )
          }
        </QueryView>
      )}
      {summary.fewData > 0 && (onlyFew || !search.group) && (
        <FewDataGroup key={String(onlyFew)} open={onlyFew} count={summary.fewData} formula={formula} filter={filter} {...rowsOf} />
      )}
    </>
  );
}

/** Tiers with their meaning and intervals, never a bare list of places. */
export function RatingPage() {
  const t = useText(messages);
  const viewer = useViewer();
  const search: RatingSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<RatingSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  // A deputy sees the own body alone: its level is the only one that says something.
  const own = useQuery(RatingOwnLevelDocument, {
    variables: { id: viewer.deputy?.id ?? '' },
    skip: viewer.deputy === null,
    fetchPolicy: 'cache-first',
  });
  const ownLevel: BodyLevel = own.data?.deputy?.mandate.body.level ?? 'REGIONAL';
  const filter = ratingFilter(search, ownLevel);
  const { data, previousData, error, refetch, loading } = useQuery(RatingOverviewDocument, {
    variables: { filter },
    skip: viewer.deputy !== null && !own.data && !own.error,
  });
  const shown = data ?? previousData;
  return (
    <Page wide>
      <PageHeader title={t('title')}>
        {viewer.deputy && (
          <Button variant="light" size="sm" renderRoot={(props: object) => <Link to="/rating/me" {...props} />}>
            {t(viewer.role === 'DEPUTY' ? 'own' : 'own.aide')}
          </Button>
        )}
        <Button variant="default" size="sm" className={classes.print} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </PageHeader>
      <TabsNav label={t('views')}>
        {([undefined, 'factions', 'regions'] as const).map((view) => (
          <Link
            key={view ?? 'deputies'}
            to="/rating"
            className={tabClass}
            data-active={view === search.view || undefined}
            aria-current={view === search.view ? 'page' : undefined}
            search={{ ...patchSearch(search, { faction: undefined, group: undefined, search: undefined }), view } as RatingSearch}
          >
            {t(`view.${view ?? 'deputies'}`)}
          </Link>
        ))}
      </TabsNav>
      <RatingFilters search={search} change={change} periods={shown?.rating.periods ?? []} ownLevel={ownLevel} />
      <QueryView
        data={shown}
        error={error}
        refetch={refetch}
        skeleton={
          <>
            <ListSkeleton rows={1} height={64} label={t('title')} />
            <ListSkeleton rows={1} height={340} label={t('funnel')} />
          </>
        }
      >
        {({ rating }) => (
          <div data-busy={(loading && !data) || undefined} className={classes.content}>
            <Summary rating={rating} level={search.level ?? ownLevel} />
            {search.view ? (
              <GroupsTable kind={search.view} filter={filter} mean={rating.summary.levelMean} />
            ) : (
              <Deputies rating={rating} search={search} ownLevel={ownLevel} change={change} />
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
