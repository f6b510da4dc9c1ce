import { useQuery } from '@apollo/client/react';
import { AboutDocument, type AboutQuery } from '../../gql/lib';

/** The name until the server has told its own. */
const DEFAULT_NAME = 'Избиратель – депутат';

/** Name, accent and limits of this installation. */
export type About = AboutQuery['about'];

/** What the installation says of itself; undefined while it loads. */
export function useAbout(): About | undefined {
  const { data } = useQuery(AboutDocument, { fetchPolicy: 'cache-first' });
  return data?.about as About | undefined;
}

/** The name of the service, for titles. */
export function useServiceName(): string {
  return useAbout()?.serviceName ?? DEFAULT_NAME;
}
