import { expect, test } from 'vitest';
import type { StaffActor } from '../shared/actor.js';
import { Events } from '../shared/events.js';
import { systemClock } from '../shared/clock.js';
import type { Context } from './context.js';
import { live } from './live.js';

test('a stream that nobody reads any more ends at once, not with the next event', async () => {
  const events = new Events('postgres://unused', () => undefined);
  const actor: StaffActor = {
    kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date(systemClock.now().getTime() + 60_000), name: '', email: '', role: 'ANALYST',
    regions: [], deputyId: null,
  };
  const context = { actor, events, clock: systemClock, renewed: () => context } as unknown as Context;
  const stream = live(context, 'appeal.changed', () => Promise.resolve('row'))[Symbol.asyncIterator]();
  const waiting = stream.next();
  await stream.return!();
  expect(await waiting).toEqual({ done: true, value: undefined });
});
