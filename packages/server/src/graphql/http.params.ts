import type { FastifyRequest } from 'fastify';
import { Failure } from '../shared/failures.js';
import type { OperationRequest, Variables } from './operations.js';

export interface Params extends OperationRequest {
  variables: Variables;
}

/** Headers that no page of another site can send without asking first (a preflight). */
const PROOFS = ['apollo-require-preflight', 'x-apollo-operation-name', 'graphql-require-preflight'];

/**
 * A page of another site must not be able to act with a visitor's cookie. JSON needs a preflight, which we answer for listed
 * origins alone; a request without a JSON body (GET) must carry a header that needs one.
 */
export function refuseForgery({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const isJson = type === 'application/json';
  if (!isJson && !PROOFS.some((name) => headers[name])) throw new Failure('BAD_REQUEST', 'PREFLIGHT_MISSING');
}

/** The parameters of the specification, from the body or from the address. */
export function paramsOf(request: FastifyRequest): Params {
  return request.method === 'GET' ? fromAddress(request.url) : fromBody(request.body);
}

function fromBody(body: unknown): Params {
  if (Array.isArray(body)) throw new Failure('BAD_REQUEST', 'BATCHING_OFF');
  if (!isRecord(body)) throw new Failure('BAD_REQUEST', 'BODY_MISSING');
  return params(body['query'], body['operationName'], body['variables'], body['extensions']);
}

function fromAddress(url: string): Params {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1 || url.length));
  const once = (name: string): string | undefined => {
    const values = search.getAll(name);
    if (values.length > 1) throw malformed(name);
    return values[0];
  };
  const json = (name: string): unknown => {
    const text = once(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw malformed(name);
    }
  };
  return params(once('query'), once('operationName'), json('variables'), json('extensions'));
}

function params(query: unknown, operationName: unknown, variables: unknown, extensions: unknown): Params {
  if (isGiven(query) && typeof query !== 'string') throw malformed('query');
  if (isGiven(operationName) && typeof operationName !== 'string') throw malformed('operationName');
  if (isGiven(variables) && !isRecord(variables)) throw malformed('variables');
  if (isGiven(extensions) && !isRecord(extensions)) throw malformed('extensions');
  return {
    query: (query as string | null) ?? undefined,
    operationName: (operationName as string | null) || undefined,
    variables: (variables as Variables | null) ?? {},
    hash: hashIn(extensions as Record<string, unknown> | null | undefined),
  };
}

/** The hash of a listed operation, in the shape of Apollo's persisted queries. */
export function hashIn(extensions: Readonly<Record<string, unknown>> | null | undefined): string | undefined {
  const persisted = extensions?.['persistedQuery'];
  if (!isRecord(persisted)) return undefined;
  const hash = persisted['sha256Hash'];
  if (persisted['version'] !== 1 || typeof hash !== 'string') throw malformed('extensions');
  return hash;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (parameter: string): Failure => new Failure('BAD_REQUEST', 'PARAMETER_MALFORMED', null, { parameter });

const GRAPHQL_RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

/** The media type of the answer: the better of our two by the Accept header; null when it takes neither. */
export function mediaTypeFor(accept: string | undefined): string | null {
  if (!accept) return JSON_TYPE;
  let best: { type: string; quality: number } | null = null;
  for (const part of accept.split(',')) {
    const [range = '', ...rest] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const type = range === GRAPHQL_RESPONSE ? GRAPHQL_RESPONSE : range === JSON_TYPE || range === 'application/*' || range === '*/*' ? JSON_TYPE : null;
    const quality = Number(rest.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1);
    if (type && quality > 0 && (!best || quality > best.quality)) best = { type, quality };
  }
  return best?.type ?? null;
}
