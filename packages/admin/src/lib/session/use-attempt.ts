import { useRef, useState } from 'react';
import { TOO_MANY, type AuthAnswer } from './auth-api';
import { useWait } from './use-wait';

/** One question to /api/auth at a time: whether it is on its way, why the last one failed, and how long to wait after too many. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const wait = useWait();
  const running = useRef(false);
  return {
    busy,
    code,
    wait: wait.left,
    forget: () => setCode(null),
    /** Undefined while another one is on its way, or while the server has asked to wait. */
    run: async <T>(ask: () => Promise<AuthAnswer<T>>): Promise<AuthAnswer<T> | undefined> => {
      if (running.current || wait.left > 0) return undefined;
      running.current = true;
      setBusy(true);
      setCode(null);
      const answer = await ask();
      running.current = false;
      setBusy(false);
      if (!answer.ok) {
        setCode(answer.code);
        if (answer.code === TOO_MANY && answer.retryAfter !== null) wait.start(answer.retryAfter);
      }
      return answer;
    },
  };
}
