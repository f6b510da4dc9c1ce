import { createContext, use, useEffect, type ReactNode } from 'react';

const Suffix = createContext('');

/** The name that ends every title of the tab. */
export function DocumentTitleSuffix({ name, children }: { name: string; children: ReactNode }) {
  return <Suffix value={name}>{children}</Suffix>;
}

/** Sets the tab's title: what, and how many where there is a number. */
export function useDocumentTitle(title: string): void {
  const suffix = use(Suffix);
  useEffect(() => {
    document.title = suffix ? `${title} · ${suffix}` : title;
  }, [title, suffix]);
}
