/** What an address may hold after «?»: texts, numbers and lists of texts. Anything else is dropped, never an error. */
export type SearchValue = string | number | boolean | readonly string[] | undefined;

/** Reads one parameter from what the address (or a typed link) gives; undefined where it says nothing of use. */
export type Reader<T> = (raw: unknown) => T | undefined;

/** A text; empty ones are dropped. */
export const text = (): Reader<string> => (raw) => {
  const value = typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : '';
  return value === '' ? undefined : value;
};

/** One of the given values. */
export const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (raw) =>
    values.find((value) => value === raw);

/** A list with commas between: `region=RU-MOS,RU-PSK`. */
export const list = (): Reader<string[]> => (raw) => {
  const values = (Array.isArray(raw) ? raw.map(String) : typeof raw === 'string' ? raw.split(',') : []).filter((value) => value !== '');
  return values.length === 0 ? undefined : [...new Set(values)];
};

/** A list of the given values; foreign ones are dropped. */
export const listOf = <T extends string>(values: readonly T[]): Reader<T[]> => {
  const any = list();
  return (raw) => {
    const known = values.filter((value) => any(raw)?.includes(value));
    return known.length === 0 ? undefined : known;
  };
};

/** A yes; no is the absence of the parameter. */
export const flag = (): Reader<true> => (raw) => (raw === true || raw === 'true' || raw === '1' || raw === 1 ? true : undefined);

/** A whole number from 1 on, such as that of a page. */
export const count = (): Reader<number> => (raw) => {
  const value = Number(raw);
  return Number.isInteger(value) && value >= 1 ? value : undefined;
};

/** A day, YYYY-MM-DD. */
export const day = (): Reader<string> => (raw) => (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined);

type Shape = Record<string, Reader<SearchValue>>;
type Read<S extends Shape> = { [K in keyof S]?: S[K] extends Reader<infer T> ? T : never };

/** Makes a route's `validateSearch` from the readers of its parameters. */
export function searchParams<S extends Shape>(shape: S): (raw: Record<string, unknown>) => Read<S> {
  return (raw) => {
    const read: Record<string, SearchValue> = {};
    for (const [key, reader] of Object.entries(shape)) {
      const value = reader(raw[key]);
      if (value !== undefined) read[key] = value;
    }
    return read as Read<S>;
  };
}

/** «?a=1&b=x,y» → { a: '1', b: 'x,y' }; the router's own way would put JSON into addresses that people share. */
export function parseSearch(search: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The way back: lists with commas, absent values left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([key, value]) => {
    if (value === undefined || value === null || value === '' || value === false) return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}=${value.map((one) => encodeURIComponent(String(one))).join(',')}`];
    return [`${key}=${encodeURIComponent(String(value))}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Changes some parameters of a list's address; whatever is changed, the list starts again at its first page. */
export function patchSearch<S extends object>(before: S, patch: Partial<S>): S {
  return { ...before, after: undefined, page: undefined, ...patch };
}
