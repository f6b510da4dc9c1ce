import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { MeDocument, type MeQuery } from '../../gql/lib';

/** Who is signed in. */
export type Viewer = NonNullable<MeQuery['me']>;

/** A role that must have a second factor, and the person has none yet: only the profile is open. */
export const isLocked = ({ twoFactorRequired, twoFactorEnabled }: Pick<Viewer, 'twoFactorRequired' | 'twoFactorEnabled'>): boolean =>
  twoFactorRequired && !twoFactorEnabled;

/**
 * The person at the screen. The guard of the shell has loaded it before any page is shown, so that inside the shell it is always there.
 * @throws outside the shell.
 */
export function useViewer(): Viewer {
  const { data } = useQuery(MeDocument, { fetchPolicy: 'cache-first' });
  // A session may end while a page is open: the page stands until the shell has led away from it.
  const known = useRef<Viewer | null>(null);
  if (data?.me) known.current = data.me as Viewer;
  if (!known.current) throw new Error('useViewer outside the shell');
  return known.current;
}
