/** What comes with letters and answers of the demonstration, and with a draft: photos of the trouble, papers, and photos of what was done. */
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { DEMO_DEPUTY_REGIONS } from '../accounts/index.js';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import { jsonb } from '../db/columns.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { attachToDraft, attachUploads, FileStore, UploadsService } from '../files/index.js';
import { SYSTEM, type Actor, type StaffActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { Quotas } from '../shared/quota.js';
import type { Vault } from '../shared/vault.js';
import { photo, scan, type Scene } from './drawings.js';
import { seeded } from './random.js';

interface Matter {
  readonly topic: string;
  /** Words of a letter that the picture fits. */
  readonly words: string;
  readonly before: Scene;
  readonly after: Scene;
  readonly names: readonly [string, string];
}

const MATTERS: readonly Matter[] = [
  { topic: 'economy.roads', words: '(^|[^а-яё])ям[аыуе]([^а-яё]|$)|выбоин|колдобин', before: 'PIT', after: 'PATCHED', names: ['Яма у дома.jpg', 'Та же яма утром.jpg'] },
  { topic: 'housing.yards', words: 'фонар|освещени|темнот', before: 'LAMPS_OUT', after: 'LAMPS_ON', names: ['Двор вечером.jpg', 'Второй подъезд.jpg'] },
  { topic: 'housing.waste', words: 'мусор|контейнер|помойк|свалк', before: 'WASTE', after: 'CLEARED', names: ['Площадка.jpg', 'Площадка сегодня.jpg'] },
];
/** Who sends a letter is nobody of the console. */
const CITIZEN: Actor = { kind: 'ANONYMOUS' };
const MOST = 5;

interface Place {
  appealId: string;
  answerId: string | null;
  at: Date;
  /** Whether it lies at the desk of the demonstration's deputy. */
  inHand: boolean;
}

/** Letters of the region about the matter: one that waits for a moderator, one at the desk of the demonstration's deputy, and one that this deputy has answered. */
async function placesOf(orm: Orm, { topic, words }: Matter): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select distinct on (a.stage) a.id as "appealId", m.id as "answerId", a.submitted_at as at, a.stage = 2 as "inHand" from (
      select a.*, case when a.status = 'SUBMITTED' then 1 when a.status in ('REGISTERED', 'IN_PROGRESS') then 2 else 3 end as stage from appeal a
      where a.region_code = ${DEMO_DEPUTY_REGIONS.deputy} and a.anonymised_at is null and (a.subject ~* ${words} or (a.topic_code = ${topic} and a.text ~* ${words}))
        and ((a.status = 'SUBMITTED' and a.subject ~* ${words}) or (a.status in ('REGISTERED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED')
          and a.deputy_id = (select o.deputy_id from account o join auth."user" u on u.id = o.id where u.email = 'deputy@demo.test')))
    ) a left join message m on m.appeal_id = a.id and m.kind = 'ANSWER' and a.stage = 3
    where a.stage < 3 or m.id is not null order by a.stage, a.subject ~* ${words} desc, a.submitted_at desc`.execute(rowsFor(orm, SYSTEM));
  return rows;
}

/** The demonstration's aide, who has prepared an answer; null where accounts were made otherwise. */
async function aideOf(orm: Orm, at: Date): Promise<StaffActor | null> {
  const { rows: [aide] } = await sql<{ accountId: string; name: string; email: string; deputyId: string }>`
    select o.id as "accountId", u.name, u.email, o.deputy_id as "deputyId" from account o join auth."user" u on u.id = o.id where u.email = 'aide@demo.test'`.execute(rowsFor(orm, SYSTEM));
  return aide ? { kind: 'STAFF', role: 'AIDE', regions: [], sessionId: '', sessionExpiresAt: at, ...aide } : null;
}

/** Once: where any file is, nothing is added. They go the way of every upload, so that each is looked at, cleaned and sealed like a citizen's. */
export async function loadFiles(orm: Orm, config: Config, vault: Vault, clock: Clock): Promise<void> {
  const { rows: [known] } = await sql<{ is: boolean }>`select exists (select from attachment) as is`.execute(rowsFor(orm, SYSTEM));
  if (known!.is) return;
  const uploads = new UploadsService(orm, clock, vault, new Quotas(orm, clock), await FileStore.open(config), { ...config, scanner: null }, () => undefined);
  const take = async (content: Buffer, name: string, key: string, actor = CITIZEN): Promise<string> =>
    (await uploads.take({ content: Readable.from([content]), name, actor, address: '127.0.0.1', key: `demonstration-${key}` })).id;
  // Of the first letter in hand the aide has prepared the answer.
  let aide = await aideOf(orm, clock.now());
  for (const matter of MATTERS) {
    const { topic, before, after, names } = matter;
    for (const [i, { appealId, answerId, at, inHand }] of (await placesOf(orm, matter)).entries()) {
      const random = seeded(`${topic} ${i}`);
      const key = `${topic.replace('.', '-')}-${i}`;
      const letter = [await take(await photo(before, random), names[0], `${key}-1`), await take(await photo(before, random), names[1], `${key}-2`)];
      if (i > 0) letter.push(await take(await scan(random), 'Ответ управляющей компании.pdf', `${key}-3`));
      const done = answerId === null ? [] : [await take(await photo(after, random), 'После ремонта.jpg', `${key}-4`), await take(await scan(random), 'Акт выполненных работ.pdf', `${key}-5`)];
      await transaction(orm, SYSTEM, async (em) => {
        await attachUploads(em, CITIZEN, letter, { appealId, messageId: null }, at, MOST);
        await attachUploads(em, CITIZEN, done, { appealId, messageId: answerId }, at, MOST);
        // As old as the letters that they came with.
        await rowsOf(em).updateTable('attachment').where('appeal_id', '=', appealId).set({ created_at: at }).execute();
      });
      if (!aide || !inHand) continue;
      const author = aide;
      aide = null;
      const shot = await take(await photo(after, random), 'После ремонта.jpg', `${key}-6`, author);
      await transaction(orm, author, async (em) => {
        await rowsOf(em).insertInto('answer_draft').values({
          appeal_id: appealId, text: 'Вчера всё сделали, снимок прилагаю. Если станет хуже, напишите мне ещё раз: приедем снова.', questions: jsonb([]), revision: 1,
          saved_by: author.accountId, saved_by_name: author.name, saved_at: clock.now(),
        }).onConflict((conflict) => conflict.column('appeal_id').doNothing()).execute();
        await attachToDraft(em, author, appealId, [shot], clock.now(), MOST);
      });
    }
  }
}
