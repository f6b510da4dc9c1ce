import { Logger } from 'graphile-worker';
import type { Log } from './parts.js';

const LEVELS = { error: 'error', warning: 'warn', info: 'info', debug: 'debug' } as const;

/** graphile-worker's lines in our log; its details are left out, for they hold payloads. What each job did, tasks log themselves. */
export const queueLogger = (log: Log): Logger => new Logger((scope) => (level, message) => {
  const ours = level === 'info' ? 'debug' : LEVELS[level as keyof typeof LEVELS];
  log[ours ?? 'info']({ ...(scope.jobId ? { job: scope.jobId } : {}), ...(scope.taskIdentifier ? { task: scope.taskIdentifier } : {}) }, message);
});
