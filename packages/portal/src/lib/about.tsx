import type { ReactNode } from 'react';
import { createContext, useContext, useEffect } from 'react';
import type { AboutQuery } from '../gql/documents';
import { AboutDocument } from '../gql/documents';
import { accentFor } from './accent';
import { slot, textOf } from './storage';
import { useQuery, type Loaded } from './use-query';

export type About = AboutQuery['about'];

const Context = createContext<Loaded<AboutQuery> | undefined>(undefined);
/** The accent of the last visit, so that a slow connection does not show the page in two colours one after the other. */
const keptAccent = slot<string>('localStorage', 'accent', (stored) => textOf(stored) || undefined);
const NO_VARIABLES = {};

/** Loads what the portal is called, its accent, the consent and the limits of texts, and paints the accent. */
export function AboutProvider({ children }: { children: ReactNode }) {
  const about = useQuery(AboutDocument, NO_VARIABLES);
  const accent = about.data?.about.accent;

  useEffect(() => {
    if (accent) keptAccent.write(accent);
    const colours = accentFor(accent ?? keptAccent.read() ?? '');
    if (!colours) return;
    document.documentElement.style.setProperty('--accent-on-light', colours.onLight);
    document.documentElement.style.setProperty('--accent-on-dark', colours.onDark);
  }, [accent]);

  return <Context value={about}>{children}</Context>;
}

/** What the server says about the service; `data` is undefined until it comes. */
export function useAbout(): Loaded<AboutQuery> {
  const about = useContext(Context);
  if (!about) throw new Error('useAbout outside AboutProvider');
  return about;
}
