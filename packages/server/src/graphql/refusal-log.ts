import type { Actor } from '../shared/actor.js';
import { Failure } from '../shared/failures.js';

interface Log {
  debug(details: object, text: string): void;
  info(details: object, text: string): void;
}

/**
 * One line for an operation that was refused as a whole: why, and by ids whose it was. A document that GraphQL itself refused is
 * everyday work of whoever writes one; what nobody expected is told where it is masked.
 */
export function logRefusal(log: Log, error: unknown, { requestId, actor }: { requestId: string; actor: Actor | undefined }): void {
  if (!(error instanceof Failure)) log.debug({ requestId, ...who(actor) }, 'a document was refused');
  else log.info({ requestId, code: error.code, reason: error.reason, ...(error.field ? { field: error.field } : {}), ...who(actor) }, 'an operation was refused');
}

function who(actor: Actor | undefined): { partner?: string; key?: string; account?: string } {
  if (actor?.kind === 'PARTNER') return { partner: actor.partnerId, key: actor.keyId };
  return actor?.kind === 'STAFF' || actor?.kind === 'UNSECURED' ? { account: actor.accountId } : {};
}
