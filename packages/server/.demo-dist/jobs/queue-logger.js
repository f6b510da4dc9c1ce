import { Logger } from 'graphile-worker';
const LEVELS = { error: 'error', warning: 'warn', info: 'info', debug: 'debug' };
/** graphile-worker's lines in our log; its details are left out, for they hold payloads. What each job did, tasks log themselves. */
export const queueLogger = (log) => new Logger((scope) => (level, message) => {
    const ours = level === 'info' ? 'debug' : LEVELS[level];
    log[ours ?? 'info']({ ...(scope.jobId ? { job: scope.jobId } : {}), ...(scope.taskIdentifier ? { task: scope.taskIdentifier } : {}) }, message);
});
