import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { QueueChangedDocument, QueueDocument, QueueSubmittedDocument, type QueueQuery, type QueueRowFragment } from '../../../gql/appeals';
import { wordsOf, type Found } from '../../../lib/appeals/found';
import type { QueueSearch } from './queue-filter';
import { queueFilter, queueSort } from './queue-filter';

/** A row of the queue; what a search found in it comes with the list alone, not with news. */
export type QueueRow = QueueRowFragment & { fragments?: readonly Found[] };

/** A letter still to be decided. */
export const isOpen = (row: QueueRow): boolean => row.status === 'SUBMITTED';

function fits(row: QueueRow, { region, topic, kind }: QueueSearch): boolean {
  return (
    (!region || region.includes(row.region.code)) &&
    (!kind || kind.includes(row.kind)) &&
    (!topic || (row.topic !== null && topic.includes(row.topic.code)))
  );
}

/**
 * The list of the desk. New arrivals are counted apart and join (above the others) only when asked for, so that nothing
 * moves under the cursor.
 * What this person decides leaves the list; what another moderator decides stays where it is, marked, until the list is asked for again.
 */
export function useQueue(search: QueueSearch) {
  const key = JSON.stringify([queueFilter(search), queueSort(search)]);
  const variables = useMemo(() => {
    const [filter, sort] = JSON.parse(key) as [ReturnType<typeof queueFilter>, ReturnType<typeof queueSort>];
    return { filter, sort, ...wordsOf(filter.search ?? undefined) };
  }, [key]);
  const apollo = useApolloClient();
  const { data, previousData, error, refetch, fetchMore, updateQuery, loading } = useQuery(QueueDocument, { variables });
  const connection = (data ?? previousData)?.appeals;

  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState<readonly QueueRow[]>([]);
  const [shown, setShown] = useState<readonly QueueRow[]>([]);
  const [deciders, setDeciders] = useState<ReadonlyMap<string, string>>(new Map());
  const [forKey, setForKey] = useState(key);
  if (forKey !== key) {
    setForKey(key);
    setPending([]);
    setShown([]);
    setDecided(new Set());
  }

  const listed = useMemo(() => connection?.edges.map(({ node }) => node) ?? [], [connection]);
  const fresh = useMemo(() => shown.filter((row) => !decided.has(row.id)), [shown, decided]);
  const rest = useMemo(() => {
    const above = new Set(shown.map(({ id }) => id));
    return listed.filter((row) => !decided.has(row.id) && !above.has(row.id));
  }, [listed, shown, decided]);

  // What has come into the list meanwhile, because it was asked for again, is no news.
  const news = useMemo(() => pending.filter(({ id }) => decided.has(id) || !listed.some((row) => row.id === id)), [pending, decided, listed]);
  const arrive = (row: QueueRow) => setPending((before) => (before.some(({ id }) => id === row.id) ? before : [...before, row]));
  useSubscription(QueueSubmittedDocument, {
    variables: { filter: variables.filter },
    ignoreResults: true,
    onData: ({ data: { data: event } }) => {
      if (event && !listed.some(({ id }) => id === event.appealSubmitted.id)) arrive(event.appealSubmitted);
    },
  });
  useSubscription(QueueChangedDocument, {
    variables: { filter: { ...(search.region && { regionCode: search.region }), ...(search.search && { search: search.search }) } },
    ignoreResults: true,
    onData: ({ data: { data: event } }) => {
      const row = event?.appealChanged;
      if (!row) return;
      setShown((before) => before.map((one) => (one.id === row.id ? row : one)));
      if (!isOpen(row)) {
        const by = row.history.findLast((entry) => entry.move !== null && entry.to === row.status)?.actorName;
        if (by) setDeciders((before) => new Map(before).set(row.id, by));
        setPending((before) => before.filter(({ id }) => id !== row.id));
        return;
      }
      // The applicant has clarified, or a decision was taken back: the letter is here again, as a new one. One that only stands further down
      // the list and was read anew by the suggestions has never been away.
      const back = row.history.findLast(({ move }) => move !== null)?.move !== 'SUBMIT';
      const known = listed.some(({ id }) => id === row.id) && !decided.has(row.id);
      if (back && !known && fits(row, search)) arrive(row);
    },
  });

  /** Returns the one that stands first now. */
  const showArrivals = useCallback((): string | null => {
    const ids = new Set(news.map(({ id }) => id));
    setShown((before) => [...[...news].reverse(), ...before.filter(({ id }) => !ids.has(id))]);
    setDecided((before) => new Set([...before].filter((id) => !ids.has(id))));
    setPending([]);
    return news.at(-1)?.id ?? null;
  }, [news]);

  /** Asks for the list again, as far as it was loaded, and puts it in its place at once: whoever stands deep in it stays there. */
  const again = useCallback(async () => {
    const edges: QueueQuery['appeals']['edges'] = [];
    let page: QueueQuery['appeals'] | undefined;
    do {
      const after: string | null = page?.pageInfo.endCursor ?? null;
      const answer = await apollo.query({ query: QueueDocument, variables: { ...variables, after }, fetchPolicy: 'no-cache' });
      page = answer.data?.appeals;
      edges.push(...(page?.edges ?? []));
    } while (page?.pageInfo.hasNextPage && edges.length < listed.length);
    const whole = page && { ...page, edges };
    if (whole) updateQuery(() => ({ appeals: whole }));
  }, [apollo, variables, updateQuery, listed.length]);

  // A decision is taken back long after it was made: what is asked then is the list of that moment.
  const latest = useRef({ listed, again });
  useEffect(() => {
    latest.current = { listed, again };
  }, [listed, again]);

  const fetching = useRef(false);
  const { hasNextPage, endCursor } = connection?.pageInfo ?? { hasNextPage: false, endCursor: null };
  const loadMore = useCallback(() => {
    if (!hasNextPage || fetching.current) return;
    fetching.current = true;
    void fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        appeals: { ...fetchMoreResult.appeals, edges: [...before.appeals.edges, ...fetchMoreResult.appeals.edges] },
      }),
    })
      .catch(() => undefined)
      .finally(() => {
        fetching.current = false;
      });
  }, [hasNextPage, endCursor, fetchMore]);

  const decide = useCallback((id: string) => setDecided((before) => new Set(before).add(id)), []);
  const gone = listed.filter((row) => decided.has(row.id) || !isOpen(row)).length;
  const added = fresh.filter((row) => isOpen(row) && !listed.some(({ id }) => id === row.id)).length;
  return {
    ready: connection !== undefined,
    /** How the words were read; for the list as the server last gave it. */
    reading: connection?.search ?? null,
    busy: loading && data === undefined,
    error,
    refetch,
    again,
    fresh,
    rest,
    rows: useMemo(() => [...fresh, ...rest], [fresh, rest]),
    total: connection ? connection.totalCount - gone + added : undefined,
    arrivals: news.length,
    showArrivals,
    hasMore: hasNextPage,
    loadMore,
    decide,
    /** A decision was taken back: the letter stands where it stood. */
    restore: useCallback((id: string) => {
      setDecided((before) => new Set([...before].filter((one) => one !== id)));
      setPending((before) => before.filter((row) => row.id !== id));
      // The list may have been asked for again meanwhile, without the letter.
      if (!latest.current.listed.some((row) => row.id === id)) latest.current.again().catch(() => undefined);
    }, []),
    /** Who decided a letter that another moderator took. */
    deciders,
  };
}
