/** The role that server and worker take for everything but the queue of jobs: no owner of anything, so that the walls hold for it. */
export const SERVER_ROLE = 'voter_deputy_server';
/** The role of better-auth's own connections: accounts and sessions, nothing of ours. */
export const ACCOUNTS_ROLE = 'voter_deputy_accounts';

/** What makes a connection take a role as it begins; PostgreSQL refuses the connection when its login may not. */
export const takingRole = (role: string | undefined): string => (role === undefined ? '' : `-c role=${role}`);
