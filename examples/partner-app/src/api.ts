import { setTimeout as pause } from 'node:timers/promises';
import type { TypedDocumentString } from './gql/documents.ts';

/** A request that was refused as a whole; docs/partners.md has the table of codes. */
export class ApiError extends Error {
  readonly code: string;
  readonly reason: string;
  /** Seconds until it is worth trying again, where the API tells. */
  readonly retryAfter: number | null;

  constructor({ message, extensions = {} }: GraphqlError) {
    super(message);
    this.code = extensions.code ?? 'INTERNAL_SERVER_ERROR';
    this.reason = extensions.reason ?? this.code;
    this.retryAfter = extensions.retryAfter ?? null;
  }
}

interface GraphqlError {
  message: string;
  extensions?: { code?: string; reason?: string; retryAfter?: number };
}

interface Answer<Data> {
  data?: Data | null;
  errors?: GraphqlError[];
}

/** Pauses before the second, third … attempt, in milliseconds. */
const PAUSES = [500, 2_000, 8_000];
/** A wait that is longer than this, in seconds, is left to whoever calls: the quota of the day may be used up. */
const LONGEST_WAIT = 60;
const PASSING = new Set(['TIMEOUT', 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED']);

export type Api = <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) => Promise<Data>;

/**
 * Asks the API with a key, and again after what passes by itself: no connection, a full minute, a fault of the server. That is
 * safe for a submission too, because its client key makes the second one the first.
 */
export function connect({ url, key }: { url: string; key: string }): Api {
  return async (document, variables) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask(url, key, document, variables);
      } catch (error) {
        const wait = error instanceof ApiError && !PASSING.has(error.code) ? undefined : PAUSES[attempt];
        const asked = error instanceof ApiError ? error.retryAfter ?? 0 : 0;
        if (wait === undefined || asked > LONGEST_WAIT) throw error;
        await pause(Math.max(wait, asked * 1000));
      }
    }
  };
}

async function ask<Data, Variables>(url: string, key: string, document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'accept-language': 'ru' },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  if (errors?.[0]) throw new ApiError(errors[0]);
  return data as Data;
}
