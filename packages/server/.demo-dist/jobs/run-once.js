import { runOnce } from 'graphile-worker';
import { queuePool } from './pool.js';
import { queueLogger } from './queue-logger.js';
import { createTasks } from './tasks.js';
/**
 * Runs what is due, one after another, until nothing is left; for tests and for repairs by hand. A job that fails waits in the
 * queue as it does under the worker.
 * @param hurried jobs of these names run now, whatever time they wait for
 */
export async function runPendingJobs(parts, hurried = []) {
    const pool = queuePool(parts.databaseUrl, 2, parts.log);
    try {
        if (hurried.length > 0) {
            await pool.query(`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = any($1) and attempts < max_attempts), run_at := now() - interval '1 second')`, [hurried]);
        }
        await runOnce({ pgPool: pool, taskList: createTasks(parts), logger: queueLogger(parts.log), noHandleSignals: true });
    }
    finally {
        await pool.end();
    }
}
