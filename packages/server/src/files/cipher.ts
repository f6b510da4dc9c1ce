import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';

/** Plain bytes of one part; a part is checked before a byte of it is given away. */
const PART = 64 * 1024;
const TAG = 16;

/** What of an attachment is stored, each closed with a key of its own. */
export const VARIANTS = ['original', 'file', 'thumbnail'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Bytes that so many plain ones become. */
export const sealedLength = (bytes: number): number => bytes + TAG * Math.max(1, Math.ceil(bytes / PART));

/** @param fileKey 32 bytes in base64url, one for each attachment, which stands closed by the ring in its row */
const keyOf = (fileKey: string, variant: Variant): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(fileKey, 'base64url'), 'voter-deputy', `file:${variant}`, 32));

/** A key closes one stream alone, so that its number in the stream makes each part's nonce. The last part says that it is the last. */
function nonce(part: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(part, 7);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** Cuts a stream into parts and knows which is the last one. */
abstract class Parts extends Transform {
  private waiting: Buffer[] = [];
  private length = 0;
  private part = 0;

  constructor(private readonly size: number) {
    super();
  }

  protected abstract change(part: Buffer, nonce: Buffer): Buffer;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting.push(chunk);
    this.length += chunk.length;
    try {
      // A full part is held back until something follows it: only then it is not the last.
      if (this.length > this.size) {
        const all = Buffer.concat(this.waiting);
        let at = 0;
        for (; all.length - at > this.size; at += this.size) this.push(this.change(all.subarray(at, at + this.size), nonce(this.part++, false)));
        this.waiting = [all.subarray(at)];
        this.length = all.length - at;
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      done(null, this.change(Buffer.concat(this.waiting), nonce(this.part, true)));
    } catch (error) {
      done(error as Error);
    }
  }
}

class Sealing extends Parts {
  constructor(private readonly key: Buffer) {
    super(PART);
  }

  protected change(part: Buffer, iv: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    return Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()]);
  }
}

class Opening extends Parts {
  constructor(private readonly key: Buffer) {
    super(PART + TAG);
  }

  protected change(part: Buffer, iv: Buffer): Buffer {
    if (part.length < TAG) throw new Error('a stored file is cut off');
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv);
    decipher.setAuthTag(part.subarray(part.length - TAG));
    try {
      return Buffer.concat([decipher.update(part.subarray(0, part.length - TAG)), decipher.final()]);
    } catch {
      throw new Error('a stored file was changed or cut off, or its key is another one');
    }
  }
}

/** Closes a file on its way to the store. */
export const sealing = (fileKey: string, variant: Variant): Transform => new Sealing(keyOf(fileKey, variant));

/** Opens it on its way back; the stream fails at the first part that is not what was stored, and where the end is missing. */
export const opened = (stored: Readable, fileKey: string, variant: Variant): Readable =>
  // Whoever reads hears of an error; whoever stops reading ends the rest with it.
  pipeline(stored, new Opening(keyOf(fileKey, variant)), () => undefined);
