import { useEffect, useState } from 'react';

/** Seconds left of a wait that the server asked for; `start` begins it, zero means that one may try again. */
export function useWait(): { left: number; start: (seconds: number) => void } {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  useEffect(() => {
    if (endsAt === 0) return;
    const tick = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= endsAt) clearInterval(tick);
    }, 250);
    return () => clearInterval(tick);
  }, [endsAt]);
  return {
    left,
    start: (seconds) => {
      setNow(Date.now());
      setEndsAt(Date.now() + seconds * 1000);
    },
  };
}
