import { useRouter } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';

/**
 * On arrival at another page focus goes to its heading, so that a screen reader says where one is and Tab starts there.
 * A page that has taken the focus itself keeps it; a change of filter moves nothing.
 */
export function useFocusOnArrival(main: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        const page = main.current;
        if (!page || page.contains(document.activeElement)) return;
        (page.querySelector<HTMLElement>('h1') ?? page).focus({ preventScroll: true });
      }),
    [router, main],
  );
}
