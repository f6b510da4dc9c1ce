import { createHmac } from 'node:crypto';
import type { Config } from '../config.js';
import type { Clock } from '../shared/clock.js';
import { derivedKey } from '../shared/key-ring.js';
import { sameHash } from '../shared/ids.js';
import type { Variant } from './cipher.js';

/** Whom a link is for: an account of the console, which must come with its session, or the applicant of one appeal. */
export type Audience = { readonly account: string } | { readonly applicantOf: string };

export const LINK_STATES = ['VALID', 'EXPIRED', 'FORGED'] as const;

interface LinkParts {
  attachmentId: string;
  variant: Variant;
  audience: Audience;
}

/** What stands in the address of a link. */
export interface LinkQuery {
  until?: string;
  for?: string;
  sig?: string;
}

/** Signs links to files, which work for one audience and a few minutes. */
export class FileLinks {
  private readonly key: Buffer;

  constructor({ secret, fileLinkMs }: Pick<Config, 'secret' | 'fileLinkMs'>, private readonly clock: Clock) {
    this.key = derivedKey(secret, 'file-links');
    this.term = fileLinkMs;
  }

  private readonly term: number;

  /** An address below our own origin. */
  to({ attachmentId, variant, audience }: LinkParts): string {
    const until = String(Math.ceil((this.clock.now().getTime() + this.term) / 1000));
    const whom = 'account' in audience ? `account.${audience.account}` : `applicant.${audience.applicantOf}`;
    return `/files/${attachmentId}/${variant}?${new URLSearchParams({ until, for: whom, sig: this.sign(attachmentId, variant, until, whom) }).toString()}`;
  }

  /** Whom a link is for; a forged one tells nothing, an old one that it is old. */
  read(attachmentId: string, variant: string, { until = '', for: whom = '', sig = '' }: LinkQuery): Audience | 'EXPIRED' | 'FORGED' {
    if (!sameHash(sig, this.sign(attachmentId, variant, until, whom))) return 'FORGED';
    if (Number(until) * 1000 < this.clock.now().getTime()) return 'EXPIRED';
    const [kind, id] = [whom.slice(0, whom.indexOf('.')), whom.slice(whom.indexOf('.') + 1)];
    return kind === 'account' ? { account: id } : { applicantOf: id };
  }

  private sign(attachmentId: string, variant: string, until: string, whom: string): string {
    return createHmac('sha256', this.key).update(JSON.stringify([attachmentId, variant, until, whom])).digest('base64url');
  }
}
