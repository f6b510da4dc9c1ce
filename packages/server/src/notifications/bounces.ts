import { createHmac } from 'node:crypto';
import { callbackify } from 'node:util';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { hashOf, sameHash } from '../shared/ids.js';
import { loggable } from '../shared/loggable.js';
import { markMailbox } from './mailbox.js';

/** What a station on the way says of a letter that it could not deliver. */
export interface Bounce {
  /** Its code by RFC 3463: 5.1.1. */
  readonly status: string;
  /** Whether there is no such mailbox; a full one, or one that refuses us, may take the next letter. */
  readonly mailboxGone: boolean;
}

/** Bad addresses (5.1.x), a mailbox that was closed (5.2.1), a host that is not there (5.4.4). */
const GONE = /^5\.(?:1\.\d+|2\.1|4\.4)$/;
const MAX_BYTES = 256 * 1024;
const SILENCE_MS = 30_000;
const CLIENTS = 20;

const signature = (mailId: string, secret: string): string => createHmac('sha256', secret).update(`bounce:${mailId}`).digest('hex').slice(0, 20);

/**
 * Where the letter goes back to when it cannot be delivered: the address of the setting BOUNCE_ADDRESS with the letter in it (VERP), and our
 * signature, so that nobody can report letters that never came to them.
 */
export function returnAddress(bounceAddress: string, mailId: string, secret: string): string {
  const [name, domain] = bounceAddress.split('@');
  return `${name}+${mailId.replaceAll('-', '')}-${signature(mailId, secret)}@${domain}`;
}

/** Which letter comes back to an address; null for an address that we did not make. */
export function returnedMail(address: string, secret: string): string | null {
  const [, id = '', signed = ''] = /\+([0-9a-f]{32})-([0-9a-f]{20})@/i.exec(address) ?? [];
  const mailId = id.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return id && sameHash(hashOf(signed.toLowerCase()), hashOf(signature(mailId, secret))) ? mailId : null;
}

/** Reads a notice of delivery (RFC 3464). Null for what is none: an absence, a notice of a delay, a letter. */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const { attachments } = await PostalMime.parse(raw);
  for (const { mimeType, content } of attachments) {
    if (mimeType !== 'message/delivery-status') continue;
    const notice = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString();
    for (const recipient of notice.split(/\r?\n\r?\n/)) {
      const field = (name: string): string => new RegExp(`^${name}:\\s*([^\\s;(]+)`, 'im').exec(recipient)?.[1] ?? '';
      const status = field('Status');
      if (field('Action').toLowerCase() === 'failed' && /^[45]\.\d{1,3}\.\d{1,3}$/.test(status)) return { status, mailboxGone: GONE.test(status) };
    }
  }
  return null;
}

/** Notes that letters came back. */
export class BounceTaker {
  constructor(private readonly orm: Orm, private readonly clock: Clock) {}

  /** Once; a letter that was not sent cannot come back. */
  async take(mailId: string, { status, mailboxGone }: Bounce): Promise<void> {
    await transaction(this.orm, SYSTEM, async (em) => {
      const mail = await rowsOf(em).updateTable('mail').where('id', '=', mailId).where('state', '=', 'SENT').set({ state: 'FAILED', error: `Returned: ${status}` })
        .returning(['account', 'appeal_id as appealId']).executeTakeFirst();
      if (mail && mailboxGone) await markMailbox(em, mail, this.clock.now());
    });
  }
}

export interface BounceServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes what mail servers send back, by SMTP, and nothing else: for no other address than those of our letters, and no more than a notice. */
export async function bounceServer({ host, port, secret, taker, warn }: {
  host: string; port: number; secret: string; taker: BounceTaker; warn: (details: object, text: string) => void;
}): Promise<BounceServer> {
  const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false, size: MAX_BYTES, maxClients: CLIENTS, socketTimeout: SILENCE_MS, closeTimeout: 1_000,
    onRcptTo: ({ address }, _session, done) => done(returnedMail(address, secret) ? null : refusal(550, 'No such address')),
    onData(stream, session, done) {
      const mailIds = session.envelope.rcptTo.map(({ address }) => returnedMail(address, secret)).filter((id) => id !== null);
      callbackify(take)(stream, mailIds, done);
    },
  });
  async function take(stream: AsyncIterable<Buffer>, mailIds: readonly string[]): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // What is longer is read to its end, as the conversation asks for, and not kept.
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) chunks.push(chunk);
    }
    if (bytes > MAX_BYTES) throw refusal(552, 'Too large');
    try {
      const bounce = await readBounce(Buffer.concat(chunks));
      if (bounce) for (const mailId of mailIds) await taker.take(mailId, bounce);
    } catch (error) {
      warn({ reason: loggable(error).message }, 'a notice of delivery could not be noted');
      throw refusal(451, 'Try again later');
    }
  }
  server.on('error', (error: Error) => warn({ reason: loggable(error).message }, 'the server for returned letters'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.server.address() as { port: number }).port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
