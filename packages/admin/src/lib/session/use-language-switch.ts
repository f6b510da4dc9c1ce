import { useApolloClient } from '@apollo/client/react';
import type { Locale } from '../../gql/schema';
import { SetLocaleDocument } from '../../gql/lib';
import { chooseLocale } from '../i18n/locale';
import { useLocale } from '../i18n/locale-provider';

/** Switches the screen at once; then asks again for what is on it (names come from the server), and tells the account, for its mails. */
export function useLanguageSwitch(): { other: Locale; choose: (locale: Locale) => void } {
  const apollo = useApolloClient();
  const locale = useLocale();
  return {
    other: locale === 'ru' ? 'en' : 'ru',
    choose: (next) => {
      chooseLocale(next);
      // The choice stands in this browser whatever the network says to these two.
      apollo.mutate({ mutation: SetLocaleDocument, variables: { locale: next } }).catch(() => undefined);
      apollo.reFetchObservableQueries().catch(() => undefined);
    },
  };
}
