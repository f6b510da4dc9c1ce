import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { QueueLetterDocument } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { QueryView } from '../../../lib/apollo/query-view';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useViewer } from '../../../lib/session/viewer';
import { Icon } from '../../../ui/icons';
import { EmptyState, ErrorBar, ErrorState, ListSkeleton } from '../../../ui/states';
import { TabsNav, tabClass } from '../../../ui/tabs-nav';
import { useNarrow } from '../../../ui/use-narrow';
import { useBulk } from '../bulk/use-bulk';
import { useUndo, type Moved } from '../parts/use-undo';
import type { Drafts } from './decision-draft';
import { DecisionPanel } from './decision-panel';
import { FRESH_LINKS_MS } from '../parts/fresh-links';
import { LetterView } from './letter';
import { readQueue } from '../addresses';
import { SavedViews } from '../views/saved-views';
import { messages } from './messages';
import { filterCount, neighbour, queueFilter, type QueueSearch } from './queue-filter';
import { QueueList } from './queue-list';
import { QueueToolbar } from './queue-toolbar';
import type { DecisionMove } from './use-decision';
import { isOpen, useQueue } from './use-queue';
import classes from './queue-page.module.css';

const route = getRouteApi('/shell/queue');

/** So many rows before the end of what is loaded the next ones are fetched. */
const NEAR_THE_END = 12;

/** The chosen letter: at once on the screen, a moment later in the address. On a phone the address leads, so that Back goes back. */
function useSelection(search: QueueSearch, narrow: boolean) {
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState<string | null>(search.id ?? null);
  const written = useRef(search.id);
  useEffect(() => {
    if (search.id === written.current) return;
    written.current = search.id;
    setSelected(search.id ?? null);
  }, [search.id]);
  const write = useDebouncedCallback((id: string | undefined) => {
    written.current = id;
    void navigate({ search: (before) => ({ ...before, id }), replace: true, resetScroll: false });
  }, 250);
  const select = useCallback(
    (id: string | null, push = false) => {
      setSelected(id);
      if (!narrow) return write(id ?? undefined);
      written.current = id ?? undefined;
      void navigate({ search: (before) => ({ ...before, id: id ?? undefined, step: undefined }), replace: !push, resetScroll: false });
    },
    [narrow, write, navigate],
  );
  return { selected: narrow ? (search.id ?? null) : selected, select };
}

/** The moderation desk: list, letter, decision; moved through by keys, live, and never losing filter, place or words. */
export function QueuePage() {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const apollo = useApolloClient();
  const viewer = useViewer();
  const narrow = useNarrow();
  const search: QueueSearch = route.useSearch();
  const navigate = route.useNavigate();
  const queue = useQueue(search);
  const { rows, total, decide } = queue;
  const tell = useUndo();
  const { selected, select } = useSelection(search, narrow);
  const [drafts] = useState<Drafts>(() => new Map());
  const change = (patch: Partial<QueueSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...patch, id: undefined, step: undefined }), replace: true });

  const bulk = useBulk({
    place: 'queue',
    filter: queueFilter(search),
    rows,
    total,
    regions: search.region,
    shown: search.bulk,
    show: (id) => void navigate({ search: (before) => ({ ...before, bulk: id }), replace: true, resetScroll: false }),
    cursor: () => selected,
  });

  const { data, previousData, error, refetch } = useQuery(QueueLetterDocument, {
    variables: { id: selected ?? '' },
    skip: selected === null,
    fetchPolicy: 'cache-and-network',
    pollInterval: FRESH_LINKS_MS,
  });
  const known = data?.appeal ?? previousData?.appeal;
  const letter = known?.id === selected ? known : undefined;

  const at = rows.findIndex(({ id }) => id === selected);
  // While a new filter is asked for, the rows of the old one are still on the screen; none of them is the first.
  const first = queue.busy ? null : (rows.find(isOpen)?.id ?? rows[0]?.id ?? null);
  useEffect(() => {
    if (!narrow && !selected && first) select(first);
  }, [narrow, selected, first, select]);
  const around = [rows[at + 1]?.id, rows[at - 1]?.id].filter((id) => id !== undefined).join(',');
  useEffect(() => {
    for (const id of around.split(',')) if (id) apollo.query({ query: QueueLetterDocument, variables: { id } }).catch(() => undefined);
  }, [around, apollo]);

  // Whoever walks by keys never comes to the end of what is loaded.
  const nearEnd = queue.hasMore && rows.length - at <= NEAR_THE_END;
  const { loadMore } = queue;
  useEffect(() => {
    if (nearEnd) loadMore();
  }, [nearEnd, rows.length, loadMore]);

  // On a phone the three parts are views of one page: each letter opens at its top, and the list is found where it was left.
  const listTop = useRef(0);
  const deciding = search.step === 'decision';
  useLayoutEffect(() => {
    if (narrow) window.scrollTo(0, selected === null ? listTop.current : 0);
  }, [narrow, selected, deciding]);

  const toList = () => document.getElementById('queue-list')?.focus({ preventScroll: true });
  const ready = queue.ready && rows.length > 0;
  useEffect(() => {
    if (!narrow && ready && document.activeElement === document.body) toList();
  }, [narrow, ready]);

  const step = (by: 1 | -1) => {
    const row = rows[at === -1 ? 0 : at + by];
    if (row) select(row.id);
  };
  const decided = (move: DecisionMove, after: Moved | null) => {
    if (!letter) return;
    const left = Math.max(0, (total ?? 1) - 1);
    const next = neighbour(rows, letter.id, isOpen);
    decide(letter.id);
    // Of a campaign the next letter takes the row.
    if (letter.campaign && letter.campaign.waiting > 1) queue.again().catch(() => undefined);
    // Taken back, or sent back by the applicant, the letter is decided anew with what was typed.
    const draft = drafts.get(letter.id);
    if (draft) drafts.set(letter.id, { ...draft, mode: 'accept' });
    select(next);
    toList();
    tell(`${t(`done.${move}`, { number: letter.number })}. ${t('done.left', { n: left })}`, after, () => {
      queue.restore(letter.id);
      select(letter.id);
    });
  };
  const showArrivals = () => {
    const newest = queue.showArrivals();
    // Whoever reads a letter stays with it; whoever was through has the next one.
    if (!narrow && newest && !(letter && isOpen(letter))) select(newest);
  };
  useKeys([
    { keys: ['KeyJ', 'ArrowDown'], label: t('keys.next'), group: 'list', run: () => step(1) },
    { keys: ['KeyK', 'ArrowUp'], label: t('keys.previous'), group: 'list', run: () => step(-1) },
    queue.arrivals > 0 && { keys: 'KeyG', label: t('keys.new'), group: 'list', run: showArrivals },
    selected !== null && { keys: 'KeyO', label: t('decided.open'), group: 'more', run: () => void navigate({ to: '/appeals/$id', params: { id: selected } }) },
  ]);

  const list = (
    <section className={classes.list} aria-label={t('list')}>
      <QueueToolbar
        search={search}
        change={change}
        total={total}
        reading={queue.reading}
        arrivals={queue.arrivals}
        showArrivals={showArrivals}
        toList={toList}
        recent={bulk.recent}
        views={
          <TabsNav label={t('views')}>
            <Link to="/queue" className={tabClass} data-active={!search.view || undefined} aria-current={search.view ? undefined : 'page'}>
              {t('view.all')}
            </Link>
            <SavedViews
              place="QUEUE"
              to="/queue"
              search={search}
              read={readQueue}
              narrowed={filterCount(search) > 0 || search.search !== undefined || search.sort !== undefined}
              go={(next) => void navigate({ search: next, replace: true })}
            />
          </TabsNav>
        }
      />
      {search.campaign && (
        <div className={classes.inset}>
          <Button variant="default" size="compact-sm" leftSection={<Icon name="back" size={14} />} onClick={() => change({ campaign: undefined })}>
            {t('campaign.all')}
          </Button>
        </div>
      )}
      {queue.ready && queue.error && (
        <div className={classes.inset}>
          <ErrorBar text={errorText(queue.error)} retryLabel={common('action.retry')} onRetry={() => void queue.refetch()} />
        </div>
      )}
      {!queue.ready &&
        (queue.error ? (
          <ErrorState
            title={common('state.errorTitle')}
            text={errorText(queue.error)}
            retryLabel={common('action.retry')}
            onRetry={() => void queue.refetch()}
          />
        ) : (
          <div className={classes.inset}>
            <ListSkeleton label={common('state.loading')} rows={9} height={60} />
          </div>
        ))}
      <div data-busy={queue.busy || undefined} className={classes.rows}>
        <QueueList
          fresh={queue.fresh}
          rest={queue.rest}
          selected={selected}
          select={(id) => {
            listTop.current = window.scrollY;
            select(id, true);
          }}
          manyRegions={viewer.allRegions || viewer.regions.length > 1}
          hasMore={queue.hasMore}
          loadMore={loadMore}
          decidedBy={(id) => queue.deciders.get(id)}
          bulk={bulk.selection}
        >
          {ready || !queue.ready ? null : filterCount(search) > 0 || search.search || search.campaign ? (
            <EmptyState
              icon="filter"
              title={t('empty.filtered')}
              action={
                <Button
                  variant="default"
                  onClick={() => change({ region: undefined, topic: undefined, kind: undefined, overdue: undefined, search: undefined, campaign: undefined })}
                >
                  {common('action.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState icon="check" title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          )}
        </QueueList>
      </div>
      {bulk.bar}
    </section>
  );
  const text = (
    <section className={classes.letter} aria-label={t('letter')} tabIndex={0}>
      {selected === null ? (
        <EmptyState icon="appeals" title={t(ready ? 'none.title' : 'empty.title')} />
      ) : (
        <QueryView
          data={letter}
          error={error}
          refetch={refetch}
          skeleton={
            <div className={classes.waiting} role="status" aria-label={common('state.loading')}>
              <Skeleton height={28} width="60%" />
              <Skeleton height={14} width="40%" />
              <Skeleton height={180} />
            </div>
          }
        >
          {(loaded) => <LetterView key={loaded.id} letter={loaded} reordered={() => void queue.again().catch(() => undefined)} refetch={refetch} />}
        </QueryView>
      )}
    </section>
  );
  const panel = (
    <section className={classes.decision} aria-label={t('decision')}>
      {letter && <DecisionPanel key={letter.id} letter={letter} drafts={drafts} decided={decided} next={() => step(1)} />}
    </section>
  );

  if (!narrow)
    return (
      <div className={classes.desk}>
        {list}
        {text}
        {panel}
        {bulk.dialogs}
      </div>
    );
  if (!selected)
    return (
      <div className={classes.stack}>
        {list}
        {bulk.dialogs}
      </div>
    );
  return (
    <div className={classes.stack}>
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('title')}
      </h1>
      <div className={classes.stackBar}>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<Icon name="back" size={16} />}
          onClick={() =>
            deciding
              ? void navigate({ search: (before) => ({ ...before, step: undefined }), replace: true, resetScroll: false })
              : select(null)
          }
        >
          {t(deciding ? 'toLetter' : 'toList')}
        </Button>
        {!deciding && letter?.availableMoves.includes('REJECT') && (
          <Button
            size="sm"
            rightSection={<Icon name="next" size={16} />}
            onClick={() => void navigate({ search: (before) => ({ ...before, step: 'decision' }), resetScroll: false })}
          >
            {t('toDecision')}
          </Button>
        )}
      </div>
      {deciding ? panel : text}
    </div>
  );
}
