import net from 'node:net';
import type { Readable } from 'node:stream';
import type { ScannerPlace } from '../config.parse.js';

export const VERDICTS = ['CLEAN', 'INFECTED'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The scanner did not answer, or not with a verdict: nothing is known of the file. */
export class ScannerError extends Error {
  override readonly name = 'ScannerError';
}

/** Without a sign of life for so long, the scanner counts as away. */
const SILENCE_MS = 30_000;
const CONNECT_MS = 5_000;

/** Asks clamd by its own protocol, INSTREAM (man clamd): nothing but a socket is needed for it. */
export class Scanner {
  constructor(private readonly place: ScannerPlace) {}

  /** @throws ScannerError when there is no verdict */
  async scan(content: Readable): Promise<Verdict> {
    const socket = net.connect({ ...this.place });
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new ScannerError('the virus scanner does not answer')));
    socket.once('connect', () => socket.setTimeout(SILENCE_MS));
    const answer = replyOf(socket);
    // The scanner may answer, and close, before everything was sent.
    const sending = send(socket, content).catch(() => undefined);
    try {
      return verdictIn(await answer);
    } catch (error) {
      throw error instanceof ScannerError ? error : new ScannerError(`the virus scanner failed: ${(error as Error).message}`);
    } finally {
      socket.destroy();
      content.destroy();
      await sending;
    }
  }
}

async function send(socket: net.Socket, content: Readable): Promise<void> {
  const write = (bytes: Buffer): Promise<void> => new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE((chunk as Buffer).length);
    await write(length);
    await write(chunk as Buffer);
  }
  await write(Buffer.alloc(4));
}

/** What came until the NUL that ends an answer. */
const replyOf = (socket: net.Socket): Promise<string> => new Promise((resolve, reject) => {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
    if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
    else if (text.length > 4_096) reject(new ScannerError('the virus scanner speaks another protocol'));
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new ScannerError('the virus scanner hung up')));
});

function verdictIn(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return 'CLEAN';
  if (/^stream: .+ FOUND$/.test(answer)) return 'INFECTED';
  throw new ScannerError(`the virus scanner gave no verdict: ${answer.slice(0, 200)}`);
}
