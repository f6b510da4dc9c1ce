import type { WriteDeputiesQuery } from '../../gql/documents';
import { WriteDeputiesDocument } from '../../gql/documents';
import { query } from '../../lib/api';
import { useLoad, type Loaded } from '../../lib/use-query';

export type DeputyNode = WriteDeputiesQuery['deputies']['edges'][number]['node'];

/** All deputies of a region by name. There are some dozens, so they come at once and are searched without the network. */
export function useDeputiesOfRegion(regionCode: string): Loaded<DeputyNode[]> {
  return useLoad(regionCode, async (locale, signal) => {
    const found: DeputyNode[] = [];
    for (let after: string | null = null; ;) {
      const { deputies }: WriteDeputiesQuery = await query(WriteDeputiesDocument, { regionCode, after }, locale, signal);
      found.push(...deputies.edges.map((edge) => edge.node));
      after = deputies.pageInfo.endCursor;
      if (!deputies.pageInfo.hasNextPage || after === null) return found;
    }
  });
}
