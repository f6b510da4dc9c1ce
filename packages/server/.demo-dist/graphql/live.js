import { staff } from '../shared/allow.js';
/**
 * Events of one kind as the viewer may see them. Each event is read anew through the viewer's walls, with an actor and loaders
 * of that moment; the stream ends when the session ends, is revoked, or the account changes.
 */
export function live(context, kind, read) {
    const actor = staff(context.actor);
    const events = context.events.stream(kind);
    const stop = () => void events.return?.();
    const stops = [
        context.events.on('session.ended', ({ sessionId }) => sessionId === actor.sessionId && stop()),
        context.events.on('account.changed', ({ accountId }) => accountId === actor.accountId && stop()),
    ];
    const expiry = setTimeout(stop, Math.min(Math.max(actor.sessionExpiresAt.getTime() - context.clock.now().getTime(), 0), 2 ** 31 - 1));
    return rows(events, (event) => read(event, context.again()), () => {
        clearTimeout(expiry);
        for (const end of stops)
            end();
        stop();
    });
}
async function* rows(events, read, done) {
    try {
        for await (const event of events) {
            const row = await read(event);
            if (row !== null)
                yield row;
        }
    }
    finally {
        done();
    }
}
