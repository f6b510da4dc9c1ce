import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AppealStatus } from './gql/schema.ts';

/** What a webhook says; whoever is told reads the rest through the API. */
export interface Message {
  /** `appeal.answered`, or `ping` for a trial. */
  type: string;
  timestamp: string;
  data: { number?: string; status?: AppealStatus; changedAt?: string };
}

/** Seconds by which a message may be older or younger than our clock: a recorded one cannot be sent again later. */
const TOLERANCE = 5 * 60;

/** Whether a message was signed with the secret (Standard Webhooks) just now; `body` is the text as it came, byte for byte. */
export function isGenuine(secret: string, headers: IncomingHttpHeaders, body: string, now = Date.now()): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = Buffer.from(createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64'));
  return signatures!.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const MAX_BODY = 64 * 1024;
/** Ids of messages that are remembered: one that comes again was told already. */
const MAX_SEEN = 10_000;

/** Takes webhooks at /webhook and hands each message on once. It answers before the work begins: the sender waits ten seconds. */
export function receive({ port, secret, onMessage }: { port: number; secret: string; onMessage: (message: Message) => void }): Promise<Server> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (request.method !== 'POST' || request.url !== '/webhook') return void response.writeHead(404).end();
      if (!isGenuine(secret, request.headers, body)) return void response.writeHead(401).end();
      response.writeHead(204).end();
      const id = String(request.headers['webhook-id']);
      if (seen.has(id)) return;
      if (seen.size >= MAX_SEEN) seen.clear();
      seen.add(id);
      onMessage(JSON.parse(body) as Message);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
