import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { forgetWords } from '../../src/search/index.js';
import { newId } from '../../src/shared/ids.js';
import { answers, registers, submits, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let stranger: Person;
let deputy: Person;
let otherDeputy: Person;
let sent: Record<'barrier' | 'lamp' | 'kiosk', SentAppeal>;

beforeAll(async () => {
  world = await startWorld('search');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  stranger = await world.staffMember('MODERATOR', ['RU-NVS']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  otherDeputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  sent = {
    barrier: await submits(world.citizen, world.psk, { subject: 'Шлагбаум у дома', text: 'Сосед Мкртчянцев поставил шлагбаум, проезда для скорой нет.' }),
    lamp: await submits(world.citizen, world.psk, { subject: 'Не горит фонарь', text: 'Фонарь у подъезда не горит. Звоните 8 (911) 234-56-78.' }),
    kiosk: await submits(world.citizen, world.psk, { subject: 'Киоск на тротуаре', text: 'Киоск стоит на тротуаре, коляску не провезти.' }),
  };
  await registers(moderator, sent.barrier, world.psk);
  await deputy.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }',
    { input: { appealId: sent.barrier.id, text: 'Черновик про дирижабль', questions: [], revision: 0 } });
  const noted = await moderator.ask('mutation($input: AddNoteInput!) { addNote(input: $input) { errors { code } } }', { input: { appealId: sent.barrier.id, text: 'Заметка про аэростат' } });
  if (noted.data?.addNote.errors.length !== 0) throw new Error(noted.raw);
}, 60_000);
afterAll(() => world.stop());

const SEARCH = `query($filter: AppealFilter, $sort: AppealSort, $words: String!, $first: Int, $after: String) {
  appeals(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount search { exact taken { typed as } } pageInfo { hasNextPage endCursor } edges { node { number fragments(search: $words) { place parts { text found } } } } } }`;

async function search(person: Person, words: string, more: Record<string, unknown> = {}, variables: Record<string, unknown> = {}) {
  const { data, raw } = await person.ask(SEARCH, { filter: { search: words, ...more }, words, ...variables });
  expect(data, raw).toBeTruthy();
  const { edges, ...page } = data.appeals;
  return { ...page, raw, numbers: edges.map(({ node }: { node: { number: string } }) => node.number), nodes: edges.map(({ node }: { node: unknown }) => node) };
}

describe('the walls of the search', () => {
  test.each(['шлагбаум', 'шлагбам', 'шлаг', 'ikfu,fev', 'Мкртчянцев', 'мкртчанцев', '«проезда для скорой»', 'шлагбаум дирижабль', 'аэростат'])('a moderator of another region learns nothing by «%s»', async (words) => {
    const found = await search(stranger, words);
    expect(found).toMatchObject({ totalCount: 0, numbers: [], search: { exact: 0, taken: [] } });
  });

  test('nor by a number, a count with filters, or the fragments of an appeal that is not theirs', async () => {
    expect(await search(stranger, sent.barrier.number)).toMatchObject({ totalCount: 0, numbers: [] });
    expect(await search(stranger, 'шлагбаум', { regionCode: ['RU-PSK'] })).toMatchObject({ totalCount: 0, numbers: [] });
    expect(await search(stranger, 'шлагбаум', {}, { sort: { field: 'SUBMITTED_AT', direction: 'ASC' } })).toMatchObject({ totalCount: 0, numbers: [] });
  });

  test('a deputy finds what was registered to them and nothing else', async () => {
    expect((await search(deputy, 'шлагбаум')).numbers).toEqual([sent.barrier.number]);
    expect((await search(otherDeputy, 'шлагбаум'))).toMatchObject({ totalCount: 0, numbers: [], search: { taken: [] } });
    expect((await search(deputy, 'киоск')).numbers).toEqual([]);
    expect((await search(deputy, 'киозк'))).toMatchObject({ numbers: [], search: { taken: [] } });
  });

  test('nobody finds anything by a draft, a note, a name or a contact of the applicant', async () => {
    const admin = await world.staffMember('ADMINISTRATOR');
    for (const words of ['дирижабль', 'аэростат', 'Петрова', 'petrova@mail.example', 'Мария Ивановна']) expect((await search(admin, words)).numbers).toEqual([]);
  });

  test('somebody who is no staff is told to sign in', async () => {
    expect((await world.citizen.ask('{ appeals(filter: { search: "шлагбаум" }) { totalCount } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('what is found', () => {
  test('is told with its passages, and what a slip was taken for', async () => {
    const found = await search(moderator, 'шлагбаумы');
    expect(found.nodes[0].fragments).toEqual([
      { place: 'SUBJECT', parts: [{ text: 'Шлагбаум', found: true }, { text: ' у дома', found: false }] },
      { place: 'TEXT', parts: [{ text: 'Сосед Мкртчянцев поставил ', found: false }, { text: 'шлагбаум', found: true }, { text: ', проезда для скорой нет.', found: false }] },
    ]);
    expect(await search(moderator, 'шлакбаум')).toMatchObject({ numbers: [sent.barrier.number], search: { exact: 0, taken: [{ typed: 'шлакбаум', as: ['шлагбаум'] }] } });
  });

  test.each([['8 (911) 234-56-78'], ['+79112345678'], ['911 234 56 78']])('by a phone, however it is written: %s', async (words) => {
    expect((await search(moderator, words)).numbers).toEqual([sent.lamp.number]);
  });

  test.each([['2-14-55'], ['21455'], ['автобус 2–14–55']])('by a phone of the town, however it is typed: %s', async (words) => {
    const { number } = await submits(world.citizen, world.psk, { subject: 'Автобус', text: 'Автобус опаздывает, по телефону 2-14-55 не отвечают. В другом доме 2, в квартире 14, живут 55 человек.' });
    await submits(world.citizen, world.psk, { subject: 'Автобус', text: 'В доме 2, в квартире 14, живут 55 человек.' });
    const { numbers } = await search(moderator, words);
    expect(numbers[0]).toBe(number);
  });

  test('by the number of an appeal in any of its forms', async () => {
    const [region, year, count] = sent.kiosk.number.split('-') as [string, string, string];
    for (const words of [sent.kiosk.number, `№ ${sent.kiosk.number}`, `обращение ${region} ${year} ${Number(count)}`, `${year}-${count}`, count]) expect((await search(moderator, words)).numbers[0], words).toBe(sent.kiosk.number);
  });

  test('follows the answer, and what was erased is not found and leaves no word behind', async () => {
    const appeal = await submits(world.citizen, world.psk, { subject: 'Просьба', text: 'Верните трамвай на Ольгинскую набережную.' });
    await registers(moderator, appeal, world.psk);
    await answers(deputy, appeal, 'Рельсы укладывают, вагоны куплены у Усть-Катавского завода.');
    expect((await search(deputy, 'усть-катавский')).numbers).toEqual([appeal.number]);
    expect((await search(deputy, 'вагоны')).nodes[0].fragments[0]).toMatchObject({ place: 'THREAD' });
    const db = rowsOf(world.database.orm.em);
    // As a move that is taken back takes what it made.
    await db.insertInto('message').values({ id: newId(), appeal_id: appeal.id, kind: 'ANSWER', author_kind: 'DEPUTY', author_name: 'x', text: 'Опрометчивость', created_at: new Date('2026-03-20T08:00:00Z') }).execute();
    expect((await search(deputy, 'опрометчивость')).numbers).toEqual([appeal.number]);
    await db.deleteFrom('message').where('text', '=', 'Опрометчивость').execute();
    expect((await search(deputy, 'опрометчивость')).numbers).toEqual([]);
    await db.updateTable('appeal').where('id', '=', appeal.id).set({ subject: 'x', text: 'Текст удалён' }).execute();
    await db.updateTable('message').where('appeal_id', '=', appeal.id).set({ text: 'Текст удалён' }).execute();
    for (const words of ['трамвай', 'усть-катавский']) expect((await search(moderator, words)).numbers).toEqual([]);
    const known = async () => (await sql<{ word: string }>`select word from search_word where word in ('трамвай', 'вагоны', 'шлагбаум') order by word`.execute(db)).rows.map(({ word }) => word);
    expect(await known()).toEqual(['вагоны', 'трамвай', 'шлагбаум']);
    expect(await forgetWords(world.database.orm)).toBeGreaterThan(0);
    expect(await known()).toEqual(['шлагбаум']);
  });

  test('stands within the filters, leaves out what is not wanted, and keeps the order that was asked for', async () => {
    const [first, second] = [await submits(world.citizen, world.psk, { subject: 'Качели сломаны', text: 'Двор без качелей.' }), await submits(world.citizen, world.psk, { subject: 'Двор', text: 'Качели скрипят ночью.' })];
    expect((await search(moderator, 'качели')).numbers).toEqual([first.number, second.number]);
    expect((await search(moderator, 'качели -скрипят')).numbers).toEqual([first.number]);
    expect((await search(moderator, 'качели', { awaitingModeration: true, status: ['SUBMITTED'] })).numbers).toHaveLength(2);
    expect((await search(moderator, 'качели', { status: ['CLOSED'] })).numbers).toEqual([]);
    expect((await search(moderator, 'качели', { deadline: 'LATE' })).numbers).toEqual([]);
    expect((await search(moderator, 'шлагбаум', { deadline: 'IN_TIME' })).numbers).toEqual([sent.barrier.number]);
    expect((await search(moderator, 'качели', {}, { sort: { field: 'SUBMITTED_AT', direction: 'DESC' } })).numbers).toEqual([second.number, first.number]);
  });

  test('can be turned over page by page', async () => {
    for (let i = 0; i < 5; i += 1) await submits(world.citizen, world.psk, { subject: `Снегоход ${i}`, text: 'Снегоходы гоняют по лесу.' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await search(moderator, 'снегоход', {}, { first: 2, after });
      seen.push(...page.numbers);
      expect(page.totalCount).toBe(5);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
  });

  test.each(['', '   ', '«»', '---', '!!! ??', "'", "a'b\\c", ':*', '&|!()<->', 'и', 'не', '\u200b', '👍', `${'я'.repeat(300)}`, 'слово '.repeat(50)])('is nothing, or everything, but never a failure: %j', async (words) => {
    const { errors } = await moderator.ask(SEARCH, { filter: { search: words }, words });
    expect(errors).toBeUndefined();
  });

  test('a line longer than a line is refused with its length', async () => {
    const words = 'я'.repeat(301);
    expect((await moderator.ask(SEARCH, { filter: { search: words }, words })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', reason: 'TEXT_TOO_LONG' } }]);
  });
});
