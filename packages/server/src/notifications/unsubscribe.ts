import { createHmac } from 'node:crypto';
import { hashOf, sameHash } from '../shared/ids.js';
import type { MailKind } from './mail.entity.js';
import { STAFF_EVENTS, type StaffEvent } from './staff-news.lifecycle.js';

/** Whose letters of which kind one click ends. */
export type Unsubscription = { readonly account: string; readonly event: StaffEvent | 'DIGEST' } | { readonly appealId: string; readonly event: 'FEEDBACK_REMINDER' };

const SUBJECTS = /^(account|appeal)\.([\w-]{1,64})\.([A-Z_]{1,40})$/;

/**
 * What stands behind a link of RFC 8058: whose, of what, and our signature, so that nothing has to be kept and nobody can make one. Null
 * for letters that cannot be ended: what the rules oblige us to tell an applicant, invitations and passwords.
 */
export function unsubscribeToken(mail: { kind: MailKind; account: string | null; appealId: string | null }, secret: string): string | null {
  const of = mail.account && ([...STAFF_EVENTS, 'DIGEST'] as readonly string[]).includes(mail.kind) ? `account.${mail.account}.${mail.kind}`
    : mail.appealId && mail.kind === 'FEEDBACK_REMINDER' ? `appeal.${mail.appealId}.${mail.kind}` : null;
  return of && `${of}.${signature(of, secret)}`;
}

/** Whom a token is about; null for one that is not ours. */
export function unsubscriptionOf(token: string, secret: string): Unsubscription | null {
  const at = token.lastIndexOf('.');
  const [of, signed] = [token.slice(0, at), token.slice(at + 1)];
  const [, kind, id, event] = SUBJECTS.exec(of) ?? [];
  if (!id || !event || !sameHash(hashOf(signed), hashOf(signature(of, secret)))) return null;
  return kind === 'account' ? { account: id, event: event as StaffEvent | 'DIGEST' } : { appealId: id, event: 'FEEDBACK_REMINDER' };
}

const signature = (of: string, secret: string): string => createHmac('sha256', secret).update(`unsubscribe:${of}`).digest('base64url').slice(0, 32);
