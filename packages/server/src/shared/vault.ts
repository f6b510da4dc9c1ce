import { createHmac } from 'node:crypto';
import { derivedKey, KeyRing, keyOfSecret, type DataKey } from './key-ring.js';

/**
 * The columns that are never plain at rest (docs/adr/0011-personal-data.md). A table among them has a key `id`; the deployment encrypts
 * what is still plain there, and `pnpm keys:rotate` goes through all of them.
 */
export const SEALED_COLUMNS = {
  applicant: ['name', 'email', 'phone'],
  mail: ['to_address', 'text', 'html'],
  webhook: ['secret'],
  notification_setting: ['bot_url', 'bot_secret'],
  attachment: ['name', 'file_key', 'original_sha256', 'taken_at', 'taken_place'],
} as const satisfies Record<string, readonly string[]>;

export type SealedTable = keyof typeof SEALED_COLUMNS;
/** Where a sealed value stands, as it is bound to it. */
export type SealedPlace = { [T in SealedTable]: `${T}.${(typeof SEALED_COLUMNS)[T][number]}` }[SealedTable];

/** An e-mail as it is compared: without space around, in lower case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** A phone number as it is compared: digits alone, 8 of the country as 7. */
export const normalPhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');

/**
 * Closes personal data before it is stored, opens it where it is read, and makes the keyed hashes by which it is found.
 * The hashes do not depend on the ring, so that a rotation breaks no look-up; without the installation's secret nobody can try addresses.
 */
export class Vault {
  private readonly hashKey: Buffer;

  constructor(private readonly ring: KeyRing, secret: string) {
    this.hashKey = derivedKey(secret, 'contact-hash');
  }

  /** The key of SECRET stays able to open, so that DATA_KEYS can be introduced on a running installation. */
  static of({ secret, dataKeys }: { secret: string; dataKeys: readonly DataKey[] | null }): Vault {
    return new Vault(new KeyRing([...(dataKeys ?? []), keyOfSecret(secret)]), secret);
  }

  /** What values begin with that were closed by the key of today. */
  get prefix(): string {
    return this.ring.prefix;
  }

  seal(place: SealedPlace, text: string): string {
    return this.ring.seal(place, text);
  }

  /** The same for what may be absent. */
  sealed(place: SealedPlace, text: string | null | undefined): string | null {
    return text === null || text === undefined ? null : this.ring.seal(place, text);
  }

  open(place: SealedPlace, sealed: string): string {
    return this.ring.open(place, sealed);
  }

  opened(place: SealedPlace, sealed: string | null | undefined): string | null {
    return sealed === null || sealed === undefined ? null : this.ring.open(place, sealed);
  }

  /** One person by their contact, for the rule of one mark per applicant, deputy and period (rules §4). */
  contactHash(email: string | null, phone: string | null): string {
    return this.hash(email ? normalEmail(email) : normalPhone(phone ?? ''));
  }

  /** Finds mails by their whole address. */
  addressHash(email: string): string {
    return this.hash(`mail:${normalEmail(email)}`);
  }

  private hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex');
  }
}
