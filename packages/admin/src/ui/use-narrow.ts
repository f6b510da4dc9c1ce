import { useMediaQuery } from '@mantine/hooks';

/** A phone or a narrow window: tables become cards, the rail goes to the bottom. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}
