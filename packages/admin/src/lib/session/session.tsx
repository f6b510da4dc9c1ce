import { createContext, use, type ReactNode } from 'react';

/** What happens around a session, wherever it begins or ends. */
export interface Session {
  /** After a sign-in: forgets whatever an earlier person saw, and opens the live line anew. */
  entered: () => Promise<void>;
  /** The same person with another cookie: the live line carries it from now on, and what is known of the person is asked again. */
  renewed: () => Promise<void>;
  /** The server no longer knows the session: to the sign-in page, and from there back to where one was. */
  expired: () => Promise<void>;
  /** Signs out and goes to the sign-in page. */
  leave: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The two ends of a session. @throws outside the providers. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside its provider');
  return session;
}
