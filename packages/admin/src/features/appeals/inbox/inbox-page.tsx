import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AppealListChangedDocument, AppealListDocument } from '../../../gql/appeals';
import type { AppealStatus, DeadlineState } from '../../../gql/schema';
import { QueryView } from '../../../lib/apollo/query-view';
import { AppealLines } from '../../../lib/appeals/appeal-line';
import { BY_RELEVANCE, wordsOf } from '../../../lib/appeals/found';
import { SearchReading } from '../../../lib/appeals/found-passages';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useRowKeys } from '../../../lib/keys/use-row-keys';
import { CursorPager } from '../../../lib/url-state/cursor-pager';
import { patchSearch } from '../../../lib/url-state/search-params';
import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';
import { SearchInput } from '../../../ui/search-input';
import { EmptyState } from '../../../ui/states';
import { TabsNav, tabClass } from '../../../ui/tabs-nav';
import { messages } from '../list/messages';
import classes from './inbox-page.module.css';

const route = getRouteApi('/shell/inbox');

interface InboxSearch {
  status?: AppealStatus[];
  deadline?: DeadlineState;
  search?: string;
  after?: string;
  page?: number;
}

const OPEN: AppealStatus[] = ['REGISTERED', 'IN_PROGRESS', 'REOPENED'];
const VIEWS: Record<'open' | 'fresh' | 'work' | 'reopened' | 'answered', AppealStatus[] | undefined> = {
  open: undefined,
  fresh: ['REGISTERED'],
  work: ['IN_PROGRESS'],
  reopened: ['REOPENED'],
  answered: ['ANSWERED', 'CLOSED'],
};

/** What waits for the deputy's answer, the nearest deadline first. */
export function InboxPage() {
  const t = useText(messages);
  const common = useCommonText();
  const search: InboxSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<InboxSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const done = search.status?.includes('ANSWERED') ?? false;
  const { data, previousData, error, refetch } = useQuery(AppealListDocument, {
    variables: {
      filter: {
        status: search.status ?? OPEN,
        ...(search.deadline && { deadline: search.deadline }),
        ...(search.search && { search: search.search }),
      },
      sort: search.search ? BY_RELEVANCE : done ? { field: 'CHANGED_AT', direction: 'DESC' } : { field: 'DUE_ON', direction: 'ASC' },
      after: search.after ?? null,
      ...wordsOf(search.search),
    },
  });
  useSubscription(AppealListChangedDocument, { ignoreResults: true, onData: () => void refetch() });
  const shown = data ?? previousData;
  useRowKeys();
  return (
    <Page>
      <PageHeader title={t('inbox.title')} count={shown?.appeals.totalCount} />
      <TabsNav label={t('views')}>
        {(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((key) => {
          const status = VIEWS[key];
          const active = (status ?? []).join() === (search.status ?? []).join();
          return (
            <Link
              key={key}
              to="/inbox"
              search={status ? { status } : {}}
              className={tabClass}
              data-active={active || undefined}
              aria-current={active ? 'page' : undefined}
            >
              {t(`inbox.view.${key}`)}
            </Link>
          );
        })}
      </TabsNav>
      <SearchInput
        className={classes.search}
        label={t('inbox.search')}
        value={search.search ?? ''}
        onSearch={(words) => change({ search: words || undefined })}
      />
      {search.deadline && (
        <div className={classes.set}>
          {t('inbox.deadline', { deadline: common(`deadline.${search.deadline}`) })}
          <Button variant="subtle" size="compact-sm" onClick={() => change({ deadline: undefined })}>
            {t('inbox.deadlineRemove')}
          </Button>
        </div>
      )}
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ appeals }) =>
          appeals.edges.length === 0 ? (
            <EmptyState icon="inbox" title={search.search ? t('empty.filtered') : t('inbox.empty.title')}>
              {search.search ? t('empty.filteredText') : t('inbox.empty.text')}
            </EmptyState>
          ) : (
            <>
              {search.search && <SearchReading reading={appeals.search} total={appeals.totalCount} />}
              <AppealLines appeals={appeals.edges.map(({ node }) => node)} label={t('inbox.title')} place="none" />
              <CursorPager connection={appeals} label={t('pages')} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
