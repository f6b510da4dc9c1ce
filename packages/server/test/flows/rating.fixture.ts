import { sql } from 'kysely';
import { rowsOf } from '../../src/db/orm.js';
import { RatingComputation } from '../../src/rating/index.js';
import { newId } from '../../src/shared/ids.js';
import type { Place, World } from '../support/world.js';

/** An appeal in the past of a deputy, as far as the rating looks at it. */
export interface PastAppeal {
  deputy: { id: string; mandateId: string };
  place: Place;
  dueOn: string;
  /** Null: unanswered. */
  answeredOn: string | null;
  status?: string;
  topic?: string;
  closedOn?: string;
  forwardedOutside?: boolean;
  templateShare?: number | null;
  result?: string;
  mark?: { quality: number; personal?: number | null; applicant?: string; network?: string | null; givenOn?: string };
}

let counter = 0;
const noon = (day: string): Date => new Date(`${day}T09:00:00.000Z`);

/** Writes appeals straight into the tables: the rating reads them, and a year of moves is not its business. Returns their ids. */
export async function happened(world: World, appeals: readonly PastAppeal[]): Promise<string[]> {
  const db = rowsOf(world.database.orm.em.fork());
  const { vault } = world.app.parts;
  const policy = await db.selectFrom('deadline_policy').select('id').limit(1).executeTakeFirstOrThrow();
  const ids: string[] = [];
  for (const appeal of appeals) {
    const [id, applicantId, answerId] = [newId(), newId(), newId()];
    counter += 1;
    const applicantKey = appeal.mark?.applicant ?? `applicant-${counter}`;
    const submittedAt = noon('2025-06-01');
    await sql`insert into applicant (id, name, email, contact_hash, created_at) values (${applicantId}, ${vault.seal('applicant.name', 'Заявитель')}, ${vault.seal('applicant.email', 'a@b.example')}, ${applicantKey}, ${submittedAt})`.execute(db);
    await sql`insert into appeal (id, number, status, kind, collective, channel, identity, region_code, deputy_id, mandate_id, topic_code, applicant_id, subject, text,
        code_hash, consent_version, policy_id, submitted_at, register_by, registered_at, registered_on, due_on, first_reaction_at, answered_at, answered_on, closed_at,
        forwarded_outside, changed_at)
      values (${id}, ${`60-2025-${String(counter).padStart(6, '0')}`}, ${appeal.status ?? (appeal.answeredOn ? 'ANSWERED' : 'IN_PROGRESS')}, 'COMPLAINT', false, 'PORTAL', 'NONE',
        ${appeal.place.code}, ${appeal.deputy.id}, ${appeal.deputy.mandateId}, ${appeal.topic ?? 'housing.yards'}, ${applicantId}, 'Фонарь не горит', 'Темно',
        'x', '1', ${policy.id}, ${submittedAt}, '2025-06-04', ${submittedAt}, '2025-06-01', ${appeal.dueOn}, ${appeal.answeredOn ? noon(appeal.answeredOn) : null},
        ${appeal.answeredOn ? noon(appeal.answeredOn) : null}, ${appeal.answeredOn}, ${appeal.closedOn ? noon(appeal.closedOn) : null},
        ${appeal.forwardedOutside ?? false}, ${noon(appeal.closedOn ?? appeal.answeredOn ?? '2025-06-01')})`.execute(db);
    await sql`insert into question (id, appeal_id, position, text, topic_code, result)
      values (${newId()}, ${id}, 1, 'Фонарь', ${appeal.topic ?? 'housing.yards'}, ${appeal.answeredOn ? appeal.result ?? 'MEASURES_TAKEN' : null})`.execute(db);
    if (appeal.answeredOn) {
      await sql`insert into message (id, appeal_id, kind, author_kind, author_name, deputy_id, text, template_share, created_at)
        values (${answerId}, ${id}, 'ANSWER', 'DEPUTY', 'Депутат', ${appeal.deputy.id}, 'Починили', ${appeal.templateShare === undefined ? null : appeal.templateShare}, ${noon(appeal.answeredOn)})`.execute(db);
    }
    if (appeal.mark) {
      const givenOn = appeal.mark.givenOn ?? appeal.answeredOn!;
      await sql`insert into feedback (id, appeal_id, answer_id, deputy_id, mandate_id, region_code, applicant_key, quality, personal, comment_state, network_key, given_at, given_on)
        values (${newId()}, ${id}, ${answerId}, ${appeal.deputy.id}, ${appeal.deputy.mandateId}, ${appeal.place.code}, ${applicantKey}, ${appeal.mark.quality},
          ${appeal.mark.personal ?? null}, 'NONE', ${appeal.mark.network ?? null}, ${new Date(noon(givenOn).getTime() + counter)}, ${givenOn})`.execute(db);
    }
    ids.push(id);
  }
  return ids;
}

export const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export const compute = (world: World): Promise<void> =>
  new RatingComputation(world.database.orm, world.clock, world.app.parts.reference, world.app.parts.vault).computeAll();

/** The stored entry of a deputy in the newest snapshot of a period. */
export async function entryOf(world: World, deputyId: string, period = 'last-12-months') {
  return rowsOf(world.database.orm.em.fork()).selectFrom('rating_entry as e').innerJoin('rating_snapshot as s', 's.id', 'e.snapshot_id')
    .where('s.period', '=', period).where('e.deputy_id', '=', deputyId).orderBy('s.computed_at', 'desc').orderBy('s.id', 'desc').limit(1)
    .selectAll('e').executeTakeFirstOrThrow();
}
