import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FeedbackListDocument, FeedbackReceivedDocument } from '../../gql/feedback';
import { QueryView } from '../../lib/apollo/query-view';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { feedbackFilter, feedbackSort, VIEWS, viewOf, type FeedbackSearch, type View } from './feedback-filter';
import { FeedbackFilters } from './filters';
import { MarkView } from './mark';
import { messages } from './messages';
import classes from './feedback.module.css';

const route = getRouteApi('/shell/feedback');
const NOTHING: Partial<FeedbackSearch> = {
  region: undefined,
  deputy: undefined,
  quality: undefined,
  result: undefined,
  comment: undefined,
  from: undefined,
  to: undefined,
};

/** Marks that came while the list is on the screen: counted, and shown only when asked for, so that nothing jumps. */
function useArrivals(search: FeedbackSearch, listed: ReadonlySet<string>) {
  const filter = feedbackFilter(search);
  const key = JSON.stringify(filter);
  const [state, setState] = useState<{ key: string; ids: ReadonlySet<string> }>({ key, ids: new Set() });
  useSubscription(FeedbackReceivedDocument, {
    variables: { filter },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const id = data?.feedbackReceived.id;
      // A mark that is on the screen changes where it stands.
      if (id && !listed.has(id)) setState((before) => ({ key, ids: new Set(before.key === key ? before.ids : []).add(id) }));
    },
  });
  return {
    count: state.key === key ? [...state.ids].filter((id) => !listed.has(id)).length : 0,
    forget: () => setState({ key, ids: new Set() }),
  };
}

/** What applicants say of the answers. */
export function FeedbackPage() {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const search: FeedbackSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<FeedbackSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const { data, previousData, error, refetch, loading } = useQuery(FeedbackListDocument, {
    variables: { filter: feedbackFilter(search), sort: feedbackSort(search), after: search.after ?? null },
  });
  const shown = data ?? previousData;
  const arrivals = useArrivals(search, new Set(shown?.feedback.edges.map(({ node }) => node.id)));
  const view = viewOf(search);
  const views = (Object.keys(VIEWS) as View[]).filter((key) => key !== 'pending' || viewer.deputy === null);
  const showNew = () => {
    arrivals.forget();
    // New ones stand on the first page of the usual order.
    if (search.after || search.sort) change({ sort: undefined });
    else void refetch();
  };
  const filtered = Object.keys(feedbackFilter(search)).length > 0;
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.feedback.totalCount} />
      <TabsNav label={t('views')}>
        {views.map((key) => (
          <Link
            key={key}
            to="/feedback"
            className={tabClass}
            data-active={key === view || undefined}
            aria-current={key === view ? 'page' : undefined}
            search={{ ...patchSearch(search, { comment: undefined, quality: undefined }), ...VIEWS[key] } as FeedbackSearch}
          >
            {t(`view.${key}`)}
          </Link>
        ))}
      </TabsNav>
      <FeedbackFilters search={search} change={change} clear={() => change(NOTHING)} />
      <div role="status" className={classes.arrivals} data-shown={arrivals.count > 0 || undefined}>
        {arrivals.count > 0 && (
          <>
            <span>{t('new', { n: arrivals.count })}</span>
            <Button size="compact-sm" onClick={showNew}>
              {t('new.show')}
            </Button>
          </>
        )}
      </div>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ feedback }) =>
          feedback.edges.length === 0 ? (
            view === 'pending' ? (
              <EmptyState icon="check" title={t('empty.pending')}>
                {t('empty.pendingText')}
              </EmptyState>
            ) : filtered ? (
              <EmptyState
                icon="filter"
                title={t('empty.filtered')}
                action={
                  <Button variant="default" onClick={() => change(NOTHING)}>
                    {common('action.clearFilters')}
                  </Button>
                }
              >
                {t('empty.filteredText')}
              </EmptyState>
            ) : (
              <EmptyState icon="feedback" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <ul className={classes.list} aria-label={t('title')} aria-busy={loading && !data} data-busy={(loading && !data) || undefined}>
                {feedback.edges.map(({ node }) => (
                  <li key={node.id}>
                    <MarkView mark={node} linkDeputy={viewer.deputy === null} />
                  </li>
                ))}
              </ul>
              <CursorPager connection={feedback} label={t('pages')} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
