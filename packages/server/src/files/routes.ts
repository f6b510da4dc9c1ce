import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { comesFromOwnPage, webHeaders } from '../accounts/index.js';
import { canDraft, canOpenContacts } from '../appeals/index.js';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { appealStream, recordIn } from '../history/index.js';
import { ANONYMOUS, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { Failure } from '../shared/failures.js';
import { isId } from '../shared/ids.js';
import { localeOf } from '../shared/locale.js';
import { messageOf } from '../shared/messages.js';
import { Refusal } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { opened, VARIANTS, type Variant } from './cipher.js';
import { disposition } from './file-name.js';
import type { FileLinks, LinkQuery } from './links.js';
import type { FileStore } from './store.js';
import type { UploadsService } from './uploads.service.js';

interface Options {
  config: Config;
  orm: Orm;
  clock: Clock;
  vault: Vault;
  store: FileStore;
  links: FileLinks;
  uploads: UploadsService;
  actorOf: (request: FastifyRequest) => Promise<Actor>;
  report: (error: unknown, requestId: string) => void;
}

/** Whatever else a multipart body has beside its file. */
const ENVELOPE_BYTES = 64 * 1024;
/** A refused sender may go on for so long, so that a browser reads the answer; then the connection ends. */
const LINGER_MS = 10_000;
/** Nothing of ours runs or is shown from a file, whatever a browser takes it for. */
const FILE_CSP = "default-src 'none'; sandbox; frame-ancestors 'none'";

const STATUS: Readonly<Record<string, number>> = {
  FILE_TOO_LARGE: 413, FILE_TYPE_NOT_TAKEN: 415, DOCUMENT_IS_OLD: 415, UPLOADS_BUSY: 503, UPLOAD_KEY_REUSED: 409,
  FILE_NOT_READY: 409, LINK_EXPIRED: 410, FILE_REMOVED: 410, UPLOAD_KEY_INVALID: 400, FILE_MISSING: 400, FILE_EMPTY: 400, UPLOAD_CUT_OFF: 400,
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429,
};

/** `POST /files` takes one file; `GET /files/:id/:variant` gives one by a link that the API made. */
export async function fileRoutes(http: FastifyInstance, options: Options): Promise<void> {
  await http.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 4, parts: 5, fieldSize: 1_024, headerPairs: 50 } });
    scope.setErrorHandler<FastifyError>((error, request, reply) => refuse(request, reply, error, options));
    scope.post('/files', { bodyLimit: options.config.fileMaxBytes + ENVELOPE_BYTES }, (request, reply) => upload(request, reply, options));
    scope.get('/files/:id/:variant', { exposeHeadRoute: false }, (request, reply) => download(request, reply, options));
  });
}

async function upload(request: FastifyRequest, reply: FastifyReply, { uploads, config, actorOf }: Options): Promise<FastifyReply> {
  if (!comesFromOwnPage(config, webHeaders(request.headers)) && request.headers.cookie !== undefined) throw new Failure('FORBIDDEN');
  // The portal says that its citizen is nobody of the console, whose cookie the same browser may have.
  const actor = request.headers['upload-as'] === 'applicant' ? ANONYMOUS : await actorOf(request);
  const key = [request.headers['idempotency-key'] ?? ''].flat()[0]!;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const announced = Number.isFinite(length) ? Math.max(0, length - ENVELOPE_BYTES) : null;
  await uploads.admit({ actor, address: request.ip, key, announced });
  if (!request.isMultipart()) throw new Refusal('FILE_MISSING', 'file');
  const part = await request.file({ limits: { fileSize: config.fileMaxBytes } });
  if (!part) throw new Refusal('FILE_MISSING', 'file');
  const uploaded = await uploads.take({ content: part.file, name: part.filename ?? '', actor, address: request.ip, key });
  return reply.code(201).header('cache-control', 'no-store').send({ upload: uploaded });
}

async function download(request: FastifyRequest, reply: FastifyReply, options: Options): Promise<FastifyReply> {
  const { id = '', variant = '' } = request.params as { id?: string; variant?: string };
  if (!isId(id) || !isVariant(variant)) throw new Failure('NOT_FOUND');
  const actor = await readerOf(request, id, variant, options);
  const { orm, vault, store } = options;
  const row = await rowsFor(orm, actor).selectFrom('attachment as t').leftJoin('kept_draft as k', 'k.id', 't.kept_draft_id')
    .innerJoin('appeal as a', (join) => join.on('a.id', '=', (eb) => eb.fn.coalesce('t.appeal_id', 't.draft_id', 'k.appeal_id'))).where('t.id', '=', id)
    .select(['t.appeal_id as appealId', 't.draft_id as draftOf', 't.state', 't.kind', 't.name', 't.type', 't.bytes', 't.file_key as fileKey', 't.original_type as originalType', 't.original_bytes as originalBytes',
      'a.status', 'a.region_code as regionCode', 'a.deputy_id as deputyId', 'a.registered_on as registeredOn', 'a.forwarded_outside as forwardedOutside',
      'a.forwarded_to_id as forwardedToId']).executeTakeFirst();
  if (!row || (variant === 'thumbnail' && row.kind !== 'PHOTO')) throw new Failure('NOT_FOUND');
  const facts = { ...row, deputyId: row.deputyId ?? null, forwardedToId: row.forwardedToId ?? null, registeredOn: row.registeredOn ?? null };
  if (row.draftOf && !canDraft(actor, facts)) throw new Failure('NOT_FOUND');
  if (row.state !== 'READY') throw new Refusal(row.state === 'INFECTED' ? 'FILE_REMOVED' : 'FILE_NOT_READY');
  const name = vault.open('attachment.name', row.name);
  // A document is given as it came: it is stored once.
  const stored: Variant = variant === 'file' && row.kind === 'DOCUMENT' ? 'original' : variant;
  if (variant === 'original') {
    const { appealId } = row;
    if (!appealId || !canOpenContacts(actor, facts)) throw new Failure('NOT_FOUND');
    // On record before a byte of it is given away.
    await transaction(orm, actor, (em) => recordIn(em, appealStream(appealId), actor, options.clock.now(), { event: 'ORIGINAL_OPENED', text: name }));
  }
  const type = variant === 'thumbnail' ? 'image/webp' : variant === 'original' ? row.originalType : row.type;
  const length = variant === 'original' ? row.originalBytes : variant === 'file' ? row.bytes : null;
  const content = opened(await store.get(id, stored), vault.open('attachment.file_key', row.fileKey), stored);
  if (length !== null) void reply.header('content-length', length);
  return reply.headers({
    'content-type': type, 'content-disposition': disposition(name), 'content-security-policy': FILE_CSP, 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex',
  }).send(content);
}

const isVariant = (text: string): text is Variant => (VARIANTS as readonly string[]).includes(text);

/** Who reads by a link: the applicant of its appeal, or the account that it was made for, with its own session. */
async function readerOf(request: FastifyRequest, id: string, variant: Variant, { links, actorOf }: Options): Promise<Actor> {
  const audience = links.read(id, variant, request.query as LinkQuery);
  if (audience === 'FORGED') throw new Failure('NOT_FOUND');
  if (audience === 'EXPIRED') throw new Refusal('LINK_EXPIRED');
  if ('applicantOf' in audience) return { kind: 'APPLICANT', appealId: audience.applicantOf };
  const actor = await actorOf(request);
  if (actor.kind !== 'STAFF' || actor.accountId !== audience.account) throw new Failure('NOT_FOUND');
  return actor;
}

/** One shape for every refusal, the API's own: a stable code and a sentence in the person's language. */
function refuse(request: FastifyRequest, reply: FastifyReply, thrown: Error, { report }: Options): FastifyReply {
  const error = fromFramework(thrown);
  const locale = localeOf(request.headers['accept-language']);
  const known = error instanceof Failure || error instanceof Refusal;
  if (!known) report(error, request.id);
  const [code, reason, params] = error instanceof Failure ? [error.code, error.reason, error.params] as const
    : error instanceof Refusal ? [error.code, error.code, error.params] as const : ['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR', {}] as const;
  if (known) request.log.info({ requestId: request.id, code: reason }, 'a file was refused');
  if ('retryAfter' in params) void reply.header('retry-after', String(params['retryAfter']));
  if (!request.raw.complete) {
    // The rest of the body is let by unread, and not for ever.
    const linger = setTimeout(() => request.raw.destroy(), LINGER_MS);
    request.raw.once('close', () => clearTimeout(linger)).resume();
  }
  const message = messageOf(reason, locale, params);
  return reply.code(known ? STATUS[code] ?? 422 : 500).header('cache-control', 'no-store')
    .send({ code: reason, errors: [{ message, extensions: { code: reason, requestId: request.id } }] });
}

/** What the multipart parser and Fastify say, in our codes. */
function fromFramework(error: Error & { code?: string; statusCode?: number }): Error {
  if (error instanceof Failure || error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE') return new Refusal('FILE_TOO_LARGE', 'file');
  if (error.statusCode !== undefined && error.statusCode < 500) return new Refusal('FILE_MISSING', 'file');
  return error;
}
