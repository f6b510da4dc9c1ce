import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Catalogue } from './catalogue';
import { common } from './common';

/** What a message may hold in its braces. */
export type TextValues = Record<string, string | number | boolean | Date | null | undefined>;

/** Formats a message of the catalogue by its key, in the language of the screen. */
export type Text<K extends string> = (key: K, values?: TextValues) => string;

/** The texts of a feature: `const t = useText(messages)`, then `t('title', { count })`. */
export function useText<K extends string>(texts: Catalogue<K>): Text<K> {
  const intl = useIntl();
  return useCallback(
    (key, values) => {
      const message = texts[intl.locale === 'en' ? 'en' : 'ru'][key];
      return intl.formatMessage({ id: message, defaultMessage: message }, values);
    },
    [intl, texts],
  );
}

/** The texts that every feature needs: statuses, roles, kinds, results, common buttons. */
export function useCommonText(): Text<keyof (typeof common)['ru']> {
  return useText(common);
}
