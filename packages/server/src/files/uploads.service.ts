import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { Failure } from '../shared/failures.js';
import { hashOf, newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { derivedKey } from '../shared/key-ring.js';
import { hashedAddress, secondsUntil, type Quotas } from '../shared/quota.js';
import { Refusal } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { Attachment, WAITING as NOT_ATTACHED, type AttachmentState } from './attachment.entity.js';
import { sealedLength, sealing, type Variant } from './cipher.js';
import { fileName } from './file-name.js';
import { givenExtension, MEDIA_TYPE_OF, type AttachmentKind } from './file-types.js';
import { inspect } from './inspect.js';
import { developPhoto, type Picture } from './photo.js';
import { Scanner } from './scanner.js';
import type { FileStore } from './store.js';
import { Turnstile } from './turnstile.js';

/** An upload as whoever sent it is told of it. */
export interface Uploaded {
  /** The secret that attaches it, once. */
  id: string;
  name: string;
  kind: AttachmentKind;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** SCANNING: the virus scanner was away, and it can be attached meanwhile. */
  status: 'READY' | 'SCANNING';
}

/** What comes in. */
export interface Incoming {
  content: Readable & { truncated?: boolean };
  /** As the sender's file is called. */
  name: string;
  actor: Actor;
  address: string;
  /** The sender's own random key of this file: sent again with it, the same file is no second one. */
  key: string;
}

const HOUR_MS = 3_600_000;
const KEY = /^[A-Za-z0-9_-]{16,100}$/;
/** A sender who is silent for so long has gone. */
const SILENCE_MS = 30_000;
/** Pictures and documents that are worked on at once, and the ones that wait for it. */
const AT_WORK = 2;
const WAITING = 40;
/** Files that come in at once. */
const COMING_IN = 60;

type Settings = Pick<Config, 'secret' | 'fileMaxBytes' | 'photoMaxPixels' | 'uploadsPerHour' | 'uploadsWaitingBytes' | 'scanner'>;

/** Takes files in: one at a time, streamed to the disk, looked at, cleaned, scanned, encrypted and stored, before anybody can have it. */
export class UploadsService {
  private readonly work = new Turnstile(AT_WORK, WAITING);
  private readonly scanner: Scanner | null;
  private comingIn = 0;

  constructor(
    private readonly orm: Orm, private readonly clock: Clock, private readonly vault: Vault, private readonly quotas: Quotas,
    private readonly store: FileStore, private readonly settings: Settings, private readonly warn: (details: object, text: string) => void,
  ) {
    this.scanner = settings.scanner && new Scanner(settings.scanner);
  }

  /** Before a byte of the body is read. @throws Failure, Refusal */
  async admit({ actor, address, key, announced }: { actor: Actor; address: string; key: string; announced: number | null }): Promise<void> {
    if (!KEY.test(key)) throw new Refusal('UPLOAD_KEY_INVALID', 'idempotency-key');
    if (actor.kind === 'UNSECURED') throw new Failure('FORBIDDEN', 'TWO_FACTOR_REQUIRED');
    if (actor.kind === 'PARTNER' && !actor.scopes.includes('APPEALS_SUBMIT')) throw new Failure('FORBIDDEN', 'SCOPE_MISSING', null, { scope: 'appeals:submit' });
    if (announced !== null && announced > this.settings.fileMaxBytes) throw this.tooLarge();
    const who = actor.kind === 'STAFF' ? `account:${actor.accountId}` : actor.kind === 'PARTNER' ? `partner:${actor.partnerId}` : `address:${hashedAddress(address, this.settings.secret)}`;
    const { allowed, resetsAt } = await this.quotas.take(`upload:${who}`, 1, { limit: this.settings.uploadsPerHour, windowMs: HOUR_MS });
    if (!allowed) throw new Failure('RATE_LIMITED', 'UPLOADS_TOO_MANY', null, { retryAfter: secondsUntil(resetsAt, this.clock) });
    if (this.comingIn >= COMING_IN || await this.waitingBytes() > this.settings.uploadsWaitingBytes) throw new Refusal('UPLOADS_BUSY');
  }

  /** @throws Refusal with what is wrong with the file; nothing of it is kept then */
  async take({ content, name, actor, key }: Incoming): Promise<Uploaded> {
    const folder = await mkdtemp(path.join(this.store.workshop, 'upload-'));
    this.comingIn += 1;
    try {
      const original = path.join(folder, 'original');
      const digest = await this.receive(content, original);
      const token = this.tokenFor(actor, key);
      const before = await this.sentBefore(token, digest);
      if (before && before.state !== 'STORING') return toUploaded(token, before);
      const done = await this.work.pass(() => this.examine(folder, original, name, digest, token, actor, before));
      if (done === null) throw new Refusal('UPLOADS_BUSY');
      return done;
    } finally {
      this.comingIn -= 1;
      await rm(folder, { recursive: true, force: true });
    }
  }

  private tooLarge(): Refusal {
    return new Refusal('FILE_TOO_LARGE', 'file', { max: Math.floor(this.settings.fileMaxBytes / 1024 / 1024) });
  }

  /** Streams the body to the disk; nothing of it is held in memory. @returns its SHA-256 in hex */
  private async receive(content: Incoming['content'], to: string): Promise<string> {
    const hash = createHash('sha256');
    let bytes = 0;
    const stop = new AbortController();
    const watch = setTimeout(() => stop.abort(), SILENCE_MS);
    // The parser swallows what comes behind the limit; nobody waits for its end.
    content.once('limit', () => stop.abort());
    const watched = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        watch.refresh();
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, watched, createWriteStream(to, { mode: 0o600, flags: 'wx' }), { signal: stop.signal });
    } catch {
      throw content.truncated ? this.tooLarge() : new Refusal('UPLOAD_CUT_OFF', 'file');
    } finally {
      clearTimeout(watch);
    }
    if (content.truncated) throw this.tooLarge();
    if (bytes === 0) throw new Refusal('FILE_EMPTY', 'file');
    return hash.digest('hex');
  }

  private async examine(folder: string, original: string, name: string, digest: string, token: string, actor: Actor, before: Before | null): Promise<Uploaded> {
    const { type, rule } = await inspect(original, name);
    const status = await this.verdict(original);
    const [file, thumbnail] = [path.join(folder, 'file'), path.join(folder, 'thumbnail')];
    let picture: Picture | null = null;
    if (rule.kind === 'PHOTO') picture = await developPhoto(original, { file, thumbnail }, rule.givenAs, this.settings.photoMaxPixels);
    const sizes = { original: (await stat(original)).size, file: picture ? (await stat(file)).size : 0 };
    const row = {
      kind: rule.kind, name: fileName(name, givenExtension(rule)), type: rule.kind === 'PHOTO' ? MEDIA_TYPE_OF[rule.givenAs] : type,
      bytes: picture ? sizes.file : sizes.original, width: picture?.width ?? null, height: picture?.height ?? null,
    };
    const id = before?.id ?? newId();
    const fileKey = before?.fileKey ?? randomBytes(32).toString('base64url');
    // The row first: what is cut off here is found and removed with it.
    if (!before) await this.note(id, token, actor, fileKey, digest, type, sizes.original, row, picture);
    for (const [variant, from] of [['original', original], ...(picture ? [['file', file], ['thumbnail', thumbnail]] as const : [])] as const) {
      await this.keep(folder, id, fileKey, variant, from);
    }
    await this.settle(id, status);
    return { id: token, ...row, status };
  }

  /** CLEAN is READY, and so is everything where no scanner is set; an infected file is refused and gone. */
  private async verdict(original: string): Promise<'READY' | 'SCANNING'> {
    if (!this.scanner) return 'READY';
    try {
      if (await this.scanner.scan(createReadStream(original)) === 'INFECTED') throw new Refusal('FILE_INFECTED', 'file');
      return 'READY';
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.warn({ reason: (error as Error).message }, 'a file waits for the virus scanner');
      return 'SCANNING';
    }
  }

  private async note(
    id: string, token: string, actor: Actor, fileKey: string, digest: string, originalType: string, originalBytes: number,
    row: Omit<Uploaded, 'id' | 'status'>, picture: Picture | null,
  ): Promise<void> {
    const place = picture?.taken.place;
    await transaction(this.orm, SYSTEM, async (em) => {
      em.persist(em.create(Attachment, {
        id, ...row, name: this.vault.seal('attachment.name', row.name), tokenHash: hashOf(token), state: 'STORING',
        account: actor.kind === 'STAFF' ? actor.accountId : null, partner: actor.kind === 'PARTNER' ? actor.partnerId : null,
        fileKey: this.vault.seal('attachment.file_key', fileKey), originalType, originalBytes,
        originalSha256: this.vault.seal('attachment.original_sha256', digest), takenAt: this.vault.sealed('attachment.taken_at', picture?.taken.at),
        takenPlace: this.vault.sealed('attachment.taken_place', place && JSON.stringify(place)), createdAt: this.clock.now(),
      }));
      await em.flush();
    });
  }

  private async keep(folder: string, id: string, fileKey: string, variant: Variant, from: string): Promise<void> {
    const closed = path.join(folder, `${variant}.sealed`);
    await pipeline(createReadStream(from), sealing(fileKey, variant), createWriteStream(closed, { mode: 0o600 }));
    await this.store.put(id, variant, closed, sealedLength((await stat(from)).size));
  }

  private async settle(id: string, state: 'READY' | 'SCANNING'): Promise<void> {
    await transaction(this.orm, SYSTEM, async (em) => {
      await em.nativeUpdate(Attachment, { id, state: 'STORING' }, { state });
      if (state === 'SCANNING') await addJob(em, 'scan_file', { attachmentId: id }, { key: `scan:${id}` });
    });
  }

  /** The same secret for the same sender and key, so that a repeated upload gives the same answer and no secret is stored. */
  private tokenFor(actor: Actor, key: string): string {
    const of = actor.kind === 'STAFF' ? `account:${actor.accountId}` : actor.kind === 'PARTNER' ? `partner:${actor.partnerId}` : 'anonymous';
    return createHmac('sha256', derivedKey(this.settings.secret, 'upload-token')).update(`${of}:${key}`).digest('base64url');
  }

  private async sentBefore(token: string, digest: string): Promise<Before | null> {
    const row = await rowsFor(this.orm, SYSTEM).selectFrom('attachment').where('token_hash', '=', hashOf(token))
      .select(['id', 'state', 'kind', 'name', 'type', 'bytes', 'width', 'height', 'file_key as fileKey', 'original_sha256 as sha256']).executeTakeFirst();
    if (!row) return null;
    if (this.vault.open('attachment.original_sha256', row.sha256) !== digest) throw new Refusal('UPLOAD_KEY_REUSED', 'idempotency-key');
    if (row.state === 'INFECTED') throw new Refusal('FILE_INFECTED', 'file');
    return {
      id: row.id, state: row.state, kind: row.kind, type: row.type, bytes: row.bytes, width: row.width ?? null, height: row.height ?? null,
      name: this.vault.open('attachment.name', row.name), fileKey: this.vault.open('attachment.file_key', row.fileKey),
    };
  }

  private async waitingBytes(): Promise<number> {
    const { bytes } = await rowsFor(this.orm, SYSTEM).selectFrom('attachment').where(sql.raw<boolean>(NOT_ATTACHED))
      .select((eb) => eb.fn.sum<string | null>('original_bytes').as('bytes')).executeTakeFirstOrThrow();
    return Number(bytes ?? 0);
  }
}

interface Before extends Omit<Uploaded, 'status'> {
  state: AttachmentState;
  fileKey: string;
}

const toUploaded = (token: string, { kind, name, type, bytes, width, height, state }: Before): Uploaded =>
  ({ id: token, kind, name, type, bytes, width, height, status: state === 'SCANNING' ? 'SCANNING' : 'READY' });
