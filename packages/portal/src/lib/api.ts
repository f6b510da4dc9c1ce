import type { TypedDocumentString } from '../gql/documents';
import type { Locale } from './locale';

const ENDPOINT = '/graphql';
const QUERY_TIMEOUT_MS = 15_000;
/** A letter goes up more slowly than a page comes down, and giving up on it frightens people more. */
const MUTATION_TIMEOUT_MS = 40_000;
/** Pauses before the second and the third attempt of a query. */
const RETRY_PAUSES_MS = [600, 2_000];

export const FAILURE_KINDS = ['OFFLINE', 'TIMEOUT', 'SERVER', 'REFUSED'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Why a request brought no data: the network, the clock, a fault of the server, or a refusal with its stable code and reason. */
export class ApiFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** `extensions.code` of a refusal, e.g. NOT_FOUND, CONFLICT, BAD_USER_INPUT. */
    readonly code?: string,
    /** `extensions.reason` of a refusal, e.g. FEEDBACK_LINK_USED. */
    readonly reason?: string,
    /** What to name when asking for help about a fault of the server. */
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** True when the same request may succeed later: nothing was refused. */
  get worthRetrying(): boolean {
    return this.kind !== 'REFUSED';
  }
}

interface GraphQLBody<TData> {
  data?: TData | null;
  errors?: { message: string; extensions?: { code?: string; reason?: string; requestId?: string } }[];
}

/** Reads; tries again by itself after a lost connection. Throws `ApiFailure`. */
export async function query<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  locale: Locale,
  signal?: AbortSignal,
): Promise<TData> {
  for (const pause of RETRY_PAUSES_MS) {
    try {
      return await post(document, variables, locale, QUERY_TIMEOUT_MS, signal);
    } catch (error) {
      if (!(error instanceof ApiFailure) || !error.worthRetrying || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return post(document, variables, locale, QUERY_TIMEOUT_MS, signal);
}

/** Changes something; sent once, since only the caller knows whether a second time is harmless. Throws `ApiFailure`. */
export function mutate<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  locale: Locale,
): Promise<TData> {
  return post(document, variables, locale, MUTATION_TIMEOUT_MS);
}

/** The server does not know the hash: it is of another build than this page. */
const UNKNOWN_HASH = 'PERSISTED_QUERY_NOT_FOUND';

/** Names the operation by its hash, which the build noted; a server of another build is sent the text. */
async function post<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  locale: Locale,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<TData> {
  const hash = document.__meta__?.['hash'] as string | undefined;
  const text = { query: document.toString(), variables };
  if (!hash) return send(text, locale, timeoutMs, signal);
  try {
    return await send({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } }, variables }, locale, timeoutMs, signal);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== UNKNOWN_HASH) throw error;
    return send(text, locale, timeoutMs, signal);
  }
}

async function send<TData>(
  body: object,
  locale: Locale,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<TData> {
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, timeoutMs);
  const cancel = () => stop.abort();
  signal?.addEventListener('abort', cancel);
  let status: number;
  let text: string;
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': locale },
      body: JSON.stringify(body),
      // Citizens have no session here; a console's cookie of the same browser must not colour the answer.
      credentials: 'omit',
      signal: stop.signal,
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    throw new ApiFailure(late ? 'TIMEOUT' : 'OFFLINE', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
  return dataOf(status, parse<TData>(text));
}

function parse<TData>(text: string): GraphQLBody<TData> | undefined {
  try {
    return JSON.parse(text) as GraphQLBody<TData>;
  } catch {
    return undefined;
  }
}

const SERVER_FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

function dataOf<TData>(status: number, body: GraphQLBody<TData> | undefined): TData {
  const error = body?.errors?.[0];
  if (error) {
    const { code, reason, requestId } = error.extensions ?? {};
    const kind = code && !SERVER_FAULTS.has(code) ? 'REFUSED' : 'SERVER';
    throw new ApiFailure(kind, error.message, code, reason, requestId);
  }
  if (!body?.data) throw new ApiFailure('SERVER', `HTTP ${status}`);
  return body.data;
}
