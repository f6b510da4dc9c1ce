import { sql } from 'kysely';
import { rowsOf } from '../db/orm.js';
/** Adds a job with the transaction: no mail is lost in a crash and none is sent for a change that was rolled back. */
export async function addJob(em, name, payload, { key, runAt, maxAttempts } = {}) {
    await sql `select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null}::text, run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts ?? null}::int)`
        .execute(rowsOf(em));
}
/** The rating follows answers and marks within seconds, and a burst of them costs one computation. */
const RATING_DELAY_MS = 2_000;
export const ratingSoon = (em, now) => addJob(em, 'compute_rating', {}, { key: 'compute_rating', runAt: new Date(now.getTime() + RATING_DELAY_MS) });
