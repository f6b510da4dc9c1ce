import type { CompiledMessage } from 'icu-minify/format';
import format from 'icu-minify/format';
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { isLocale, type Locale } from '../locale';
import { slot } from '../storage';
import { formatDay, formatInstant } from './dates';
import ruSource from './ru.json';

export type TextKey = keyof typeof ruSource;
/** Every text of one language; the build compiles the ICU messages of the JSON files (build/compiled-texts.ts). */
type Texts = Record<TextKey, CompiledMessage>;
type Values = Record<string, string | number>;

const ru: Texts = ruSource;
/** English comes only to who asks for it. A key that it lacks is a type error here. */
const loadEnglish = async (): Promise<Texts> => (await import('./en.json')).default;

const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();
const formatters = {
  getNumberFormat: (locale: string) => cached(numbers, locale, () => new Intl.NumberFormat(locale)),
  getPluralRules: (locale: string) => cached(plurals, locale, () => new Intl.PluralRules(locale)),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
} as Parameters<typeof format>[3]['formatters'];

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

export interface TextTools {
  locale: Locale;
  setLocale(locale: Locale): void;
  /** The text of `key`, with ICU values filled in. */
  t(key: TextKey, values?: Values): string;
  /** «19 апреля», with the year when it is not this one; `day` is YYYY-MM-DD. */
  day(day: string): string;
  /** «19 апреля, 14:05» in the given time zone; `at` is an ISO instant. */
  instant(at: string, timeZone: string): string;
}

const Context = createContext<TextTools | undefined>(undefined);
const kept = slot<Locale>('localStorage', 'locale', (stored) => (isLocale(stored) ? stored : undefined));

/** Gives texts, dates and the choice of language to everything inside, and keeps `lang` of the document true. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const [{ locale, texts }, setLanguage] = useState<{ locale: Locale; texts: Texts }>({ locale: 'ru', texts: ru });
  const [wanted, setWanted] = useState<Locale>(() => kept.read() ?? 'ru');

  useEffect(() => {
    if (wanted === 'ru') {
      setLanguage({ locale: 'ru', texts: ru });
      return undefined;
    }
    let current = true;
    // When the English texts do not arrive, the page stays in Russian; the next press of the switch tries again.
    loadEnglish().then((english) => current && setLanguage({ locale: 'en', texts: english }), () => current && setWanted('ru'));
    return () => {
      current = false;
    };
  }, [wanted]);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const tools = useMemo<TextTools>(() => ({
    locale,
    setLocale: (next) => {
      kept.write(next);
      setWanted(next);
    },
    t: (key, values) => format(texts[key], locale, values, { formatters }) as string,
    day: (day) => formatDay(day, locale),
    instant: (at, timeZone) => formatInstant(at, timeZone, locale),
  }), [locale, texts]);

  return <Context value={tools}>{children}</Context>;
}

/** Texts and dates in the person's language. */
export function useTexts(): TextTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('useTexts outside TextsProvider');
  return tools;
}
