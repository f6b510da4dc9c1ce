import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A key of the ring. */
export interface DataKey {
  /** Stands in every value that the key closed, so that the right one is found. */
  readonly id: string;
  /** 32 bytes, for AES-256. */
  readonly key: Buffer;
}

/** A value that no key of the ring opens. Its message names the place and the key, never the value. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]{38,})$/;

/** The same form as a condition of the database: what is not closed cannot be stored. */
export const SEALED_SQL = '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$';

export const isSealed = (text: string): boolean => SEALED.test(text);

/** The key that an installation has without DATA_KEYS. */
export const keyOfSecret = (secret: string): DataKey => ({ id: 's1', key: derivedKey(secret, 'data-key:s1') });

/** 32 bytes for one purpose out of the installation's secret; keys of two purposes tell nothing of each other. */
export const derivedKey = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'voter-deputy', purpose, 32));

/**
 * Closes and opens single values: AES-256-GCM with a random IV, bound to the place where the value stands, so that one column's value
 * cannot be put into another. The text form is `v1.<id of the key>.<base64url of IV, ciphertext and tag>`.
 * The first key closes, all open.
 */
export class KeyRing {
  private readonly byId: ReadonlyMap<string, Buffer>;
  private readonly first: DataKey;

  constructor(keys: readonly DataKey[]) {
    const [first] = keys;
    if (!first) throw new Error('a key ring needs a key');
    this.first = first;
    // A key named earlier wins: the ring of the setting stands before what is derived.
    this.byId = new Map([...keys].reverse().map(({ id, key }) => [id, key]));
  }

  /** What values of the first key begin with. */
  get prefix(): string {
    return `v1.${this.first.id}.`;
  }

  /** @param place where the value stands: `table.column` */
  seal(place: string, text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.first.key, iv);
    cipher.setAAD(Buffer.from(place));
    const closed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.prefix}${closed.toString('base64url')}`;
  }

  /** @throws KeyRingError */
  open(place: string, sealed: string): string {
    const [, id, body] = SEALED.exec(sealed) ?? [];
    if (!id || !body) throw new KeyRingError(`a value of ${place} is not encrypted`);
    const key = this.byId.get(id);
    if (!key) throw new KeyRingError(`a value of ${place} was encrypted with the key "${id}", which is not in DATA_KEYS`);
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    try {
      return decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new KeyRingError(`a value of ${place} does not open with the key "${id}": the key is another one, or the value was changed`);
    }
  }
}
