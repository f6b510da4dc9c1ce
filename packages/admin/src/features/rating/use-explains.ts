import { useCallback } from 'react';
import { useViewer } from '../../lib/session/viewer';

/** Whose figures the viewer may follow down to the appeals: a deputy's side its own alone, colleagues stand in the list only. */
export function useExplains(): (deputyId: string) => boolean {
  const { deputy } = useViewer();
  return useCallback((deputyId) => deputy === null || deputy.id === deputyId, [deputy]);
}
