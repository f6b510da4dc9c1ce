import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '../../gql/schema';
import { currentLocale, onLocale } from './locale';

/** The language of the screen, live. */
export function useLocale(): Locale {
  return useSyncExternalStore(onLocale, currentLocale);
}

/** Gives the language to everything inside, and to the `lang` of the document. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} defaultLocale={locale}>
      {children}
    </IntlProvider>
  );
}
