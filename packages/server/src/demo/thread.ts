/** What the desks of the demonstration have at hand: templates of a body, a faction and a deputy, and notes of colleagues on appeals that are open. */
import { sql } from 'kysely';
import { DEMO_DEPUTY_REGIONS } from '../accounts/index.js';
import { addDays, Appeal, localDay, startOfLocalDay } from '../appeals/index.js';
import { datedPromises } from '../composing/index.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import { SYSTEM, type StaffActor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { demoStaff } from './accounts.js';

const DAY_MS = 86_400_000;

interface DemoTemplate {
  readonly scope: 'BODY' | 'FACTION' | 'PERSON';
  readonly purpose: 'ANSWER' | 'REJECTION';
  readonly title: string;
  readonly text: string;
  readonly changedDaysAgo: number;
}

const TEMPLATES: readonly DemoTemplate[] = [
  { scope: 'PERSON', purpose: 'ANSWER', title: 'Был на месте', changedDaysAgo: 6,
    text: '{имя}, здравствуйте!\n\nЯ был по адресу {адрес} и увидел следующее: \n\nЧто будет сделано и к какому дню: \n\nПосле этого приеду и проверю сам.\n\n{депутат}' },
  { scope: 'PERSON', purpose: 'ANSWER', title: 'Жду ответа ведомства', changedDaysAgo: 31,
    text: '{имя}, здравствуйте!\n\nПо вашему письму № {номер} я направил запрос. Ответ по закону должен прийти в течение 30 дней; как только он придёт, напишу вам, что решили и кто за это отвечает.\n\n{депутат}' },
  { scope: 'FACTION', purpose: 'ANSWER', title: 'Ремонт двора по программе', changedDaysAgo: 20,
    text: '{имя}, здравствуйте!\n\nДвор по адресу {адрес} можно включить в программу ремонта дворов. Для этого нужно решение собрания жильцов; образец протокола пришлю вам и помогу заполнить.\n\n{депутат}' },
  { scope: 'BODY', purpose: 'ANSWER', title: 'Приём граждан', changedDaysAgo: 74,
    text: '{имя}, здравствуйте!\n\nПо вашему вопросу лучше поговорить лично. Приём проходит каждый вторник с 16 до 19 часов, {орган}. Номер вашего обращения {номер}, возьмите с собой документы по дому.\n\n{депутат}' },
  { scope: 'BODY', purpose: 'REJECTION', title: 'Жалоба на судебное решение', changedDaysAgo: 40,
    text: '{имя}, решение суда депутаты пересмотреть не вправе. Его обжалуют в вышестоящем суде; срок указан в самом решении. Ваше письмо от {поступило} мы поэтому не приняли.' },
];

const NOTES: readonly { readonly text: string; readonly by: 'moderator@demo.test' | 'aide@demo.test' }[] = [
  { by: 'moderator@demo.test', text: 'По этому дому писали ещё в прошлом году, управляющая компания та же.' },
  { by: 'aide@demo.test', text: 'Звонила в управляющую компанию: мастер обещает перезвонить завтра до обеда. Если не перезвонит, поедем сами.' },
];

/** Once; repeating it changes nothing. */
export async function loadThread(orm: Orm, now: Date): Promise<void> {
  await transaction(orm, SYSTEM, async (em) => {
    const db = rowsOf(em);
    const { rows: [known] } = await sql<{ is: boolean }>`select exists (select from template) as is`.execute(db);
    const deputy = await demoStaff(db, 'deputy@demo.test');
    const coordinator = await demoStaff(db, 'coordinator@demo.test');
    const { rows: [seat] } = await sql<{ deputyId: string; bodyId: string; factionId: string }>`
      select a.deputy_id as "deputyId", m.body_id as "bodyId", m.faction_id as "factionId" from account a join auth."user" u on u.id = a.id
        join mandate m on m.deputy_id = a.deputy_id and m.is_current where u.email = 'deputy@demo.test'`.execute(db);
    if (known!.is || !deputy || !coordinator || !seat) return;
    for (const { scope, purpose, title, text, changedDaysAgo } of TEMPLATES) {
      const at = new Date(now.getTime() - changedDaysAgo * DAY_MS);
      const author = scope === 'PERSON' ? deputy : coordinator;
      await db.insertInto('template').values({
        id: newId(), scope, purpose, title, text, region_code: DEMO_DEPUTY_REGIONS.deputy, body_id: scope === 'BODY' ? seat.bodyId : null,
        faction_id: scope === 'FACTION' ? seat.factionId : null, deputy_id: scope === 'PERSON' ? seat.deputyId : null,
        created_at: at, created_by_name: author.name, changed_at: at, changed_by_name: author.name, version: 1,
      }).execute();
    }
    await addNotes(em, seat.deputyId, now);
    await addPromises(em, now);
    // One whose day was yesterday: the worker asks about it as soon as it runs.
    await addJob(em, 'ask_promises', {});
  });
}

/** Answers of the last months whose promises stand in the ledger. */
const ANSWERS = 400;
const PROMISES = 60;
/** What applicants said, in turn: mostly it was done. */
const OUTCOMES = ['KEPT', 'KEPT', 'PARTLY', 'KEPT', 'BROKEN', 'UNKNOWN', 'KEPT'] as const;

/** Promises that deputies of the region made in their answers, found as the composer finds them; those of days gone by have an outcome. */
async function addPromises(em: Em, now: Date): Promise<void> {
  const { rows: answers } = await sql<{ id: string; appealId: string; deputyId: string; text: string; at: Date; timeZone: string }>`
    select m.id, m.appeal_id as "appealId", m.deputy_id as "deputyId", m.text, m.created_at as at, r.time_zone as "timeZone" from message m join appeal a on a.id = m.appeal_id
      join region r on r.code = a.region_code where a.region_code = ${DEMO_DEPUTY_REGIONS.deputy} and m.kind = 'ANSWER' order by m.created_at desc limit ${ANSWERS}`.execute(rowsOf(em));
  const found = answers.flatMap(({ text, ...answer }) => datedPromises(text, localDay(answer.at, answer.timeZone)).slice(0, 1).map((promise) => ({ ...answer, text: promise.text, dueOn: promise.dueOn })));
  const { rows: [last] } = await sql<{ id: string; appealId: string; deputyId: string; at: Date; timeZone: string }>`
    select m.id, m.appeal_id as "appealId", m.deputy_id as "deputyId", m.created_at as at, r.time_zone as "timeZone" from message m join appeal a on a.id = m.appeal_id join applicant p on p.id = a.applicant_id
      join region r on r.code = a.region_code where a.region_code = ${DEMO_DEPUTY_REGIONS.deputy} and m.kind = 'ANSWER' and p.email is not null and m.created_at < ${now}::timestamptz - interval '3 days'
    order by m.created_at desc limit 1`.execute(rowsOf(em));
  if (last) {
    await rowsOf(em).insertInto('promise').values({
      id: newId(), appeal_id: last.appealId, answer_id: last.id, deputy_id: last.deputyId, text: 'Приеду и проверю сам, что всё сделано.', due_on: addDays(localDay(now, last.timeZone), -1), state: 'OPEN', created_at: last.at,
    }).execute();
  }
  for (const [i, { id, appealId, deputyId, text, dueOn, at, timeZone }] of found.slice(0, PROMISES).entries()) {
    const isOver = dueOn < localDay(now, timeZone);
    const asked = isOver ? new Date(startOfLocalDay(dueOn, timeZone).getTime() + 9 * 3_600_000) : null;
    const outcome = OUTCOMES[i % OUTCOMES.length]!;
    // Nobody's silence is over yet.
    const isFresh = asked !== null && now.getTime() - asked.getTime() < (outcome === 'UNKNOWN' ? 31 : 3) * DAY_MS;
    const said = asked === null || isFresh ? null : new Date(Math.min(now.getTime(), asked.getTime() + DAY_MS));
    await rowsOf(em).insertInto('promise').values({
      id: newId(), appeal_id: appealId, answer_id: id, deputy_id: deputyId, text: text.slice(0, 500), due_on: dueOn, state: asked === null ? 'OPEN' : said === null ? 'ASKED' : outcome,
      asked_at: asked, outcome_at: said, link_hash: null, link_used_at: said, created_at: at,
    }).execute();
  }
}

/** On the oldest open appeal of the demonstration's deputy. */
async function addNotes(em: Em, deputyId: string, now: Date): Promise<void> {
  const appeal = await em.findOne(Appeal, { deputy: deputyId, status: 'IN_PROGRESS' }, { orderBy: { submittedAt: 'asc' } });
  if (!appeal) return;
  for (const [i, { by, text }] of NOTES.entries()) {
    const author: StaffActor | null = await demoStaff(rowsOf(em), by);
    if (!author) continue;
    const at = new Date(now.getTime() - (NOTES.length - i) * 3_600_000);
    await rowsOf(em).insertInto('note').values({ id: newId(), appeal_id: appeal.id, text, author_kind: author.role, author_name: author.name, account: author.accountId, created_at: at }).execute();
    await record(em, appeal, author, at, { event: 'NOTE_ADDED' });
  }
}
