import { useQuery } from '@apollo/client/react';
import { MeDocument, type MeQuery } from '../../gql/lib';

/** Who is signed in. */
export type Viewer = NonNullable<MeQuery['me']>;

/**
 * The person at the screen. The guard of the shell has loaded it before any page is shown, so that inside the shell it is always there.
 * @throws outside the shell.
 */
export function useViewer(): Viewer {
  const { data } = useQuery(MeDocument, { fetchPolicy: 'cache-first' });
  if (!data?.me) throw new Error('useViewer outside the shell');
  return data.me as Viewer;
}
