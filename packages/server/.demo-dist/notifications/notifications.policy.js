/** Letters to applicants of all regions stand in the outbox, so it is the administrator's alone. */
export const canReadOutbox = (actor) => actor.kind === 'STAFF' && actor.role === 'ADMINISTRATOR';
