import type { Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { AppEvent, EventOf } from '../shared/events.js';
import type { Context } from './context.js';

/**
 * Events of one kind as the viewer may see them. Each event is read anew through the viewer's walls, and gives none, one or several rows, with an actor and loaders
 * of that moment; the stream ends when the session ends, is revoked, or the account changes, and a partner's when key or partner changes.
 */
export function live<K extends AppEvent['kind'], Row>(
  context: Context, kind: K, read: (event: EventOf<K>, now: Context) => Promise<Row | readonly Row[] | null> | null,
): AsyncIterable<Row> {
  const { actor } = context;
  const right = rightOf(actor);
  const events = context.events.stream(kind);
  const stop = (): void => void events.return?.();
  const stops = [
    context.events.on('session.ended', ({ sessionId }) => right.sessionId === sessionId && stop()),
    context.events.on('account.changed', ({ accountId }) => right.accountId === accountId && stop()),
    context.events.on('partner.changed', ({ partnerId, keyId }) => right.partnerId === partnerId && (keyId ?? right.keyId) === right.keyId && stop()),
  ];
  const left = right.endsAt === null ? Infinity : right.endsAt.getTime() - context.clock.now().getTime();
  const expiry = setTimeout(stop, Math.min(Math.max(left, 0), 2 ** 31 - 1));
  const generator = rows(events, (event) => read(event, context.renewed()), () => {
    clearTimeout(expiry);
    for (const end of stops) end();
    stop();
  });
  // A generator that waits for its next event hears of `return` only with that event: the stream itself must be ended first.
  const finish = generator.return.bind(generator);
  generator.return = (value) => {
    stop();
    return finish(value);
  };
  return generator;
}

/** What a stream hangs on. */
interface Right {
  sessionId?: string;
  accountId?: string;
  partnerId?: string;
  keyId?: string;
  /** Null: it does not end by itself. */
  endsAt: Date | null;
}

function rightOf(actor: Actor): Right {
  if (actor.kind === 'PARTNER') return { partnerId: actor.partnerId, keyId: actor.keyId, endsAt: actor.keyExpiresAt };
  const { sessionId, accountId, sessionExpiresAt } = staff(actor);
  return { sessionId, accountId, endsAt: sessionExpiresAt };
}

async function* rows<Event, Row>(events: AsyncIterable<Event>, read: (event: Event) => Promise<Row | readonly Row[] | null> | null, done: () => void): AsyncGenerator<Row> {
  try {
    for await (const event of events) {
      const found = await read(event);
      if (Array.isArray(found)) yield* found as readonly Row[];
      else if (found !== null) yield found as Row;
    }
  } finally {
    done();
  }
}
