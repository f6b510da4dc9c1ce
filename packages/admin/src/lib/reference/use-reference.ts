import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { RegionsDocument, TopicsDocument } from '../../gql/lib';
import { useViewer } from '../session/viewer';

/** The regions that the viewer works in, by name: all of them for those who see the whole country. */
export function useMyRegions(): { value: string; label: string }[] {
  const viewer = useViewer();
  const { data } = useQuery(RegionsDocument, { fetchPolicy: 'cache-first', skip: !viewer.allRegions });
  return useMemo(() => {
    const regions = viewer.allRegions ? (data?.regions ?? []) : viewer.regions;
    return regions.map(({ code, name }) => ({ value: code, label: name })).sort((a, b) => a.label.localeCompare(b.label));
  }, [viewer, data]);
}

/** The topics in their sections, in the shape of a Select's `data`. */
export function useTopicOptions(): { group: string; items: { value: string; label: string }[] }[] {
  const { data } = useQuery(TopicsDocument, { fetchPolicy: 'cache-first' });
  return useMemo(() => {
    const sections = new Map<string, { value: string; label: string }[]>();
    for (const { code, section, name } of data?.topics ?? []) {
      const items = sections.get(section) ?? [];
      items.push({ value: code, label: name });
      sections.set(section, items);
    }
    return [...sections].map(([group, items]) => ({ group, items }));
  }, [data]);
}
