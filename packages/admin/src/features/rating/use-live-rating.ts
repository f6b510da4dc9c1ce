import { useSubscription } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { RatingChangedDocument } from '../../gql/rating';
import type { RatingFilter } from '../../gql/schema';

/** After so many changes the computation was one of many: the server sends no more, and the list should be read again. */
const MANY = 100;

/** Keeps the rows on the screen up to date where they stand (the cache does that); tells which ones have changed. */
export function useLiveRating(filter: RatingFilter) {
  const key = JSON.stringify(filter);
  const [state, setState] = useState<{ key: string; changed: ReadonlySet<string> }>({ key, changed: new Set() });
  const changed = state.key === key ? state.changed : new Set<string>();
  useSubscription(RatingChangedDocument, {
    variables: { filter },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const id = data?.ratingChanged.id;
      if (id) setState((before) => ({ key, changed: new Set(before.key === key ? before.changed : []).add(id) }));
    },
  });
  const forget = useCallback(() => setState({ key, changed: new Set() }), [key]);
  return { changed, many: changed.size >= MANY, forget };
}
