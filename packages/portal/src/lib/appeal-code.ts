import { slot, textOf } from './storage';

/** Cyrillic letters that look like the Latin ones of a code: people type what they see, on the keyboard that they have. */
const LOOK_ALIKES: Record<string, string> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', З: '3',
};

/**
 * The number as the server writes it, 77-2026-000123, from whatever was typed or pasted: «№ 77 2026 000123»,
 * 77–2026–000123, 772026000123. Undefined when it cannot be a number of an appeal.
 */
export function normaliseNumber(typed: string): string | undefined {
  const parts = /^(\d{2})(\d{4})(\d{6})$/.exec(typed.replace(/\D/g, ''));
  return parts ? parts.slice(1).join('-') : undefined;
}

/** The code in capital Latin letters, without spaces and dashes of any kind. */
export function normaliseCode(typed: string): string {
  return [...typed.toUpperCase().replace(/[\s\p{Dash}\p{Cf}.,_·]/gu, '')].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

/** The code in groups of five, for eyes and for reading aloud. */
export const groupedCode = (code: string): string => code.match(/.{1,5}/g)?.join(' ') ?? code;

/** The code in an address such as /track/77-2026-000123#code=ABC: a fragment reaches no server and no log. */
export function codeInFragment(hash: string): string | undefined {
  return normaliseCode(new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? '') || undefined;
}

/** The address where the appeal is followed. With the code only for a link that the applicant keeps. */
export const trackPath = (number: string, code?: string): string => `/track/${number}${code ? `#code=${code}` : ''}`;

/** The code of an appeal, for as long as the tab is open. */
export const codeSlot = (number: string) => slot<string>('sessionStorage', `code.${number}`, (stored) => textOf(stored) || undefined);
