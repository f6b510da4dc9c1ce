import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { newId } from '../../src/shared/ids.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { mailsOf, workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let coordinator: Person;
let administrator: Person;
let deputy: Person;
let aide: Person;
let otherDeputy: Person;
let strangers: Person[];

beforeAll(async () => {
  world = await startWorld('composing');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  administrator = await world.staffMember('ADMINISTRATOR');
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  aide = await world.staffMember('AIDE', [], world.psk.deputies[0]!.id);
  otherDeputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  strangers = [await world.staffMember('COORDINATOR', ['RU-NVS']), await world.staffMember('DEPUTY', [], world.nvs.deputies[0]!.id)];
}, 60_000);
afterAll(() => world.stop());

const TEMPLATE = 'template { id scope title text version viewerCanChange archivedAt body { id } faction { id } } errors { code field message }';
const create = async (person: Person, input: Record<string, unknown>) => person.ask(`mutation($input: CreateTemplateInput!) { createTemplate(input: $input) { ${TEMPLATE} } }`,
  { input: { scope: 'PERSON', purpose: 'ANSWER', title: 'Дороги', text: '{имя}, здравствуйте!', ...input } });
const made = async (person: Person, input: Record<string, unknown> = {}) => {
  const { data, raw } = await create(person, input);
  expect(data?.createTemplate.errors, raw).toEqual([]);
  return data.createTemplate.template;
};
const change = (person: Person, input: Record<string, unknown>) => person.ask(`mutation($input: ChangeTemplateInput!) { changeTemplate(input: $input) { ${TEMPLATE} } }`, { input });
const archive = (person: Person, id: string, archived = true) => person.ask(`mutation($id: ID!, $archived: Boolean!) { archiveTemplate(id: $id, archived: $archived) { ${TEMPLATE} } }`, { id, archived });
const listed = async (person: Person, filter: object | null = null): Promise<string[]> =>
  (await person.ask('query($filter: TemplateFilter) { templates(filter: $filter) { totalCount edges { node { title } } } }', { filter })).data.templates.edges.map(({ node }: { node: { title: string } }) => node.title).sort();
const offered = async (person: Person, { id }: { id: string }, purpose = 'ANSWER', others: readonly string[] | null = null) =>
  (await person.ask('query($id: ID!, $purpose: TemplatePurpose!, $others: [ID!]) { appeal(id: $id) { templatesFor(purpose: $purpose, others: $others) { title scope text unfilled } } }', { id, purpose, others })).data.appeal.templatesFor
  .map((template: { text: string }) => ({ ...template, text: template.text.replaceAll('\u00a0', ' ') }));
const registered = async (more: Record<string, unknown> = {}, input: Record<string, unknown> = {}): Promise<SentAppeal> => {
  const appeal = await submits(world.citizen, world.psk, more);
  await registers(moderator, appeal, world.psk, input);
  return appeal;
};

describe('templates', () => {
  beforeAll(async () => {
    await made(deputy, { title: 'Мой' });
    await made(coordinator, { scope: 'FACTION', factionId: world.psk.factionId, title: 'Фракции' });
    await made(coordinator, { scope: 'BODY', bodyId: world.psk.bodyId, title: 'Органа' });
    await made(administrator, { scope: 'BODY', bodyId: world.nvs.bodyId, title: 'Чужого органа' });
    await made(coordinator, { scope: 'BODY', purpose: 'REJECTION', bodyId: world.psk.bodyId, title: 'Отказ', text: '{имя}, мы не приняли письмо от {поступило}.' });
  });

  test('are seen by those who use or look after them', async () => {
    expect(await listed(deputy)).toEqual(['Мой', 'Органа', 'Отказ', 'Фракции']);
    expect(await listed(aide)).toEqual(['Мой', 'Органа', 'Отказ', 'Фракции']);
    // Another one of the same body and faction has all but what is personal.
    expect(await listed(otherDeputy)).toEqual(['Органа', 'Отказ', 'Фракции']);
    expect(await listed(coordinator)).toEqual(['Органа', 'Отказ', 'Фракции']);
    expect(await listed(administrator)).toEqual(['Органа', 'Отказ', 'Фракции', 'Чужого органа']);
    for (const stranger of strangers) expect(await listed(stranger)).toEqual(['Чужого органа']);
    expect(await listed(deputy, { scope: ['PERSON'] })).toEqual(['Мой']);
    expect(await listed(deputy, { search: 'ОРГАН' })).toEqual(['Органа']);
    expect((await world.citizen.ask('{ templates { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('are made by a coordinator for the own regions, and by deputy and aide for themselves', async () => {
    const forbidden = async (person: Person, input: Record<string, unknown>) => expect((await create(person, input)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await forbidden(coordinator, { scope: 'BODY', bodyId: world.nvs.bodyId });
    await forbidden(coordinator, { scope: 'PERSON' });
    await forbidden(moderator, { scope: 'BODY', bodyId: world.psk.bodyId });
    await forbidden(deputy, { scope: 'FACTION', factionId: world.psk.factionId });
    const own = await made(aide, { title: 'Помощника' });
    expect(own).toMatchObject({ scope: 'PERSON', viewerCanChange: true });
    expect((await archive(deputy, own.id)).data.archiveTemplate.errors).toEqual([]);
  });

  test('are changed with the version that was read, and archived and brought back', async () => {
    const { id, version } = await made(deputy, { title: 'Черновой' });
    expect((await change(otherDeputy, { id, version, title: 'Чужой', text: 'Текст' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await change(aide, { id, version, title: 'Новый', text: 'Текст {номер}' })).data.changeTemplate).toMatchObject({ template: { title: 'Новый', version: version + 1 }, errors: [] });
    expect((await change(deputy, { id, version, title: 'Поздно', text: 'Текст' })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await archive(deputy, id);
    expect(await listed(deputy)).not.toContain('Новый');
    expect(await listed(deputy, { archived: true })).toContain('Новый');
    await archive(deputy, id, false);
    expect(await listed(deputy)).toContain('Новый');
    await archive(deputy, id);
  });

  test('an unknown field is refused by name, with those that there are', async () => {
    const { errors } = (await create(deputy, { text: 'Уважаемый {фамилия}!' })).data.createTemplate;
    expect(errors).toMatchObject([{ code: 'TEMPLATE_FIELD_UNKNOWN', field: 'text' }]);
    expect(errors[0].message).toContain('{фамилия}');
    expect(errors[0].message).toContain('{заявитель}, {имя}, {номер}');
    expect((await create(deputy, { title: ' ', text: '{имя' })).data.createTemplate.errors.map(({ code, field }: { code: string; field: string }) => `${field} ${code}`))
      .toEqual(['title TEMPLATE_TITLE_EMPTY', 'text TEMPLATE_BRACE_ALONE']);
    expect((await create(deputy, { purpose: 'REJECTION' })).data.createTemplate.errors).toMatchObject([{ code: 'TEMPLATE_PURPOSE_WRONG' }]);
    expect((await create(coordinator, { scope: 'BODY', bodyId: '0192f000-0000-7000-8000-000000000000' })).data.createTemplate.errors).toMatchObject([{ code: 'TEMPLATE_BODY_UNKNOWN', field: 'bodyId' }]);
  });

  test('are offered for an appeal with their fields filled in, to whoever writes the letter', async () => {
    const appeal = await registered({ text: 'Во дворе по адресу ул. Кирова, д. 14 не горит фонарь.' });
    await made(deputy, { title: 'Адрес', text: '{имя}, на письмо {номер} от {поступило} о теме «{тема}»: по адресу {адрес} до {срок}. {депутат}, {date}' });
    const [adres, mine, faction, body] = await offered(deputy, appeal);
    expect(adres).toEqual({
      title: 'Адрес', scope: 'PERSON', unfilled: [],
      text: `Мария Ивановна, на письмо ${appeal.number} от 20 марта 2026 г. о теме «Благоустройство дворов и освещение»: по адресу ул. Кирова, д. 14 до 17 апреля 2026 г. Абрамова Анна Петровна, 20 марта 2026 г.`,
    });
    expect([mine, faction, body].map(({ title }) => title)).toEqual(['Мой', 'Фракции', 'Органа']);
    const without = await registered();
    expect((await offered(aide, without))[0]).toMatchObject({ unfilled: ['{адрес}'] });
    expect(await offered(moderator, appeal)).toEqual([]);
    const fresh = await submits(world.citizen, world.psk);
    expect(await offered(moderator, fresh, 'REJECTION')).toEqual([{ title: 'Отказ', scope: 'BODY', unfilled: [], text: 'Мария Ивановна, мы не приняли письмо от 20 марта 2026 г.' }]);
  });
});

test('for several letters that get the same words a template keeps open what is not the same for all of them', async () => {
  await made(deputy, { title: 'Всем', text: '{имя}, на письмо {номер} по адресу {адрес} до {срок} отвечает {депутат}.' });
  const letter = { text: 'Во дворе по адресу ул. Кирова, д. 14 не горит фонарь.' };
  const [first, neighbour] = [await registered(letter), await registered({ ...letter, applicant: { name: 'Олег Олегович Орлов', email: 'orlov@mail.example' } })];
  const notTheirs = await registered({}, { deputyId: world.psk.deputies[1]!.id });
  const toAll = async (others: string[]) => (await offered(deputy, first, 'ANSWER', others)).find(({ title }: { title: string }) => title === 'Всем');
  expect(await toAll([first.id])).toMatchObject({ unfilled: [] });
  expect(await toAll([neighbour.id])).toEqual({
    title: 'Всем', scope: 'PERSON', unfilled: ['{имя}', '{номер}'], text: '{имя}, на письмо {номер} по адресу ул. Кирова, д. 14 до 17 апреля 2026 г. отвечает Абрамова Анна Петровна.',
  });
  // What the deputy does not answer, and what does not exist, say nothing of themselves.
  expect(await toAll([notTheirs.id, newId(), 'x'])).toEqual(await toAll([]));
  const tooMany = await deputy.ask('query($id: ID!, $others: [ID!]) { appeal(id: $id) { templatesFor(purpose: ANSWER, others: $others) { title } } }', { id: first.id, others: Array.from({ length: 201 }, newId) });
  expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TOO_MANY_CHOSEN', field: 'others' });
});

describe('hints', () => {
  const HINTS = `query($appealId: ID!, $text: String!, $others: [ID!]) { answerHints(appealId: $appealId, text: $text, others: $others) { templateShare repeated { start end kind name } untouched { text }
    officialese { phrase plain } promises { text when dueOn start end } rawFields { field } } }`;
  const hints = (person: Person, { id }: { id: string }, text: string, others: readonly string[] | null = null) => person.ask(HINTS, { appealId: id, text, others });
  const QUESTIONS = { questions: [{ text: 'Когда починят фонари?', topicCode: 'housing.yards' }, { text: 'Кто отвечает за уборку снега?', topicCode: 'housing.yards' }] };

  test('say what repeats, what is not touched, what is officialese and what is promised', async () => {
    const before = await registered();
    await answers(deputy, before, 'Мария Ивановна, благодарю вас за письмо и сообщаю, что фонари во дворе починят.');
    const template = await made(deputy, { title: 'Про фонари', text: '{имя}, кабель старый и его меняет городская служба освещения целиком.' });
    const appeal = await registered({}, QUESTIONS);
    const text = 'Благодарю вас за письмо и сообщаю, что фонари починят до 1 июня. Кабель старый и его меняет городская служба освещения. В целях контроля приеду {дата}.';
    const { data, raw } = await hints(aide, appeal, text);
    expect(data?.answerHints, raw).toMatchObject({
      untouched: [{ text: 'Кто отвечает за уборку снега?' }],
      officialese: [{ phrase: 'В целях', plain: 'чтобы' }],
      promises: [{ text: 'Благодарю вас за письмо и сообщаю, что фонари починят до 1 июня.', when: 'до 1 июня', dueOn: '2026-06-01', start: 0, end: 64 }],
      rawFields: [{ field: '{дата}' }],
    });
    const { repeated, templateShare } = data.answerHints;
    expect(repeated.map(({ start, end, kind, name }: { start: number; end: number; kind: string; name: string }) => [kind, name, text.slice(start, end)])).toEqual([
      ['EARLIER_ANSWER', before.number, 'Благодарю вас за письмо и сообщаю, что фонари'], ['TEMPLATE', 'Про фонари', 'Кабель старый и его меняет городская служба освещения'],
    ]);
    expect(templateShare).toBeGreaterThan(0.3);
    // What is signed is measured by the same texts.
    await answers(deputy, appeal, text);
    const { rows: [row] } = await new pgOf(world).ask('select template_share from message where text = $1', [text]);
    expect(row.template_share).toBe(templateShare);
    await archive(deputy, template.id);
  });

  test('stop nobody: an answer with everything wrong is signed', async () => {
    const appeal = await registered();
    expect((await answers(deputy, appeal, '{имя}, в кратчайшие сроки будут приняты меры.')).status).toBe('ANSWERED');
  });

  test('are for who writes the answer, and of a text that can be signed', async () => {
    const appeal = await registered();
    expect((await hints(moderator, appeal, 'Текст')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hints(otherDeputy, appeal, 'Текст')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await hints(world.citizen, appeal, 'Текст')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await hints(deputy, appeal, 'а'.repeat(20_001))).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'ANSWER_TOO_LONG' });
    expect((await hints(deputy, appeal, '')).data.answerHints).toMatchObject({ templateShare: null, untouched: [], promises: [] });
    await answers(deputy, appeal);
    expect((await hints(deputy, appeal, 'Текст')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of words for several letters look at the questions of all, each once', async () => {
    const [first, second] = [await registered({}, QUESTIONS), await registered({}, { questions: [...QUESTIONS.questions, { text: 'Где ближайшая аптека?', topicCode: 'housing.yards' }] })];
    const notTheirs = await registered({}, { deputyId: world.psk.deputies[1]!.id, questions: [{ text: 'Почему закрыт бассейн?', topicCode: 'housing.yards' }] });
    const { data } = await hints(deputy, first, 'Фонари починят завтра.', [second.id, first.id, notTheirs.id, newId()]);
    expect(data.answerHints.untouched).toEqual([{ text: 'Кто отвечает за уборку снега?' }, { text: 'Где ближайшая аптека?' }]);
  });

  test('cost three statements, however long the text is and however many letters get it', async () => {
    const appeal = await registered({}, QUESTIONS);
    const others = [(await registered({}, QUESTIONS)).id, (await registered()).id];
    const cost = async (text: string): Promise<number> => {
      await hints(deputy, appeal, text, others);
      const sent = vi.spyOn(pg.Client.prototype, 'query');
      try {
        expect((await hints(deputy, appeal, text, others)).errors).toBeUndefined();
        return sent.mock.calls.length;
      } finally {
        sent.mockRestore();
      }
    };
    expect(await cost('Коротко.')).toBe(3);
    expect(await cost('В мае отремонтируют дорогу у дома. '.repeat(500))).toBe(3);
  });
});

test('a draft of the aide is signed by the deputy, with author and time kept until then', async () => {
  const appeal = await registered();
  const save = (person: Person, text: string, revision: number | null) => person.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { draft { revision savedByName } errors { code } } }',
    { input: { appealId: appeal.id, text, questions: [], revision } });
  const { draft } = (await save(aide, 'Черновик помощника', null)).data.saveAnswerDraft;
  expect(draft.savedByName).toBe('Сотрудник AIDE');
  expect((await save(deputy, 'Поверх', null)).data.saveAnswerDraft.errors).toEqual([{ code: 'DRAFT_STALE' }]);
  expect((await save(deputy, 'Черновик помощника, правка', draft.revision)).data.saveAnswerDraft.draft.savedByName).toBe('Сотрудник DEPUTY');
  const { data } = await aide.ask('query($id: ID!) { appeal(id: $id) { viewerCanAnswer viewerCanDraft version questions { id } } }', { id: appeal.id });
  expect(data.appeal).toMatchObject({ viewerCanAnswer: false, viewerCanDraft: true });
  const signed = await move(aide, 'answerAppeal', 'AnswerAppealInput', { id: appeal.id, version: await versionOf(aide, appeal), text: 'Сам', questions: [{ id: data.appeal.questions[0].id, result: 'EXPLAINED' }] });
  expect(signed.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await answers(deputy, appeal)).status).toBe('ANSWERED');
});

describe('where the setting lets an aide sign', () => {
  let open: World;
  beforeAll(async () => {
    open = await startWorld('aide_signs', undefined, { env: { AIDE_MAY_SIGN: '1' } });
  }, 60_000);
  afterAll(() => open.stop());

  test('the answer goes out in the deputy’s name, and record, thread and letter say who signed', async () => {
    const [own, other] = open.psk.deputies;
    const people = { moderator: await open.staffMember('MODERATOR', ['RU-PSK']), aide: await open.staffMember('AIDE', [], own!.id), stranger: await open.staffMember('AIDE', [], other!.id) };
    const appeal = await submits(open.citizen, open.psk);
    await registers(people.moderator, appeal, open.psk);
    const seen = (await people.aide.ask('query($id: ID!) { appeal(id: $id) { viewerCanAnswer availableMoves } }', { id: appeal.id })).data.appeal;
    expect(seen.viewerCanAnswer).toBe(true);
    expect(seen.availableMoves).toContain('ANSWER');
    // Only this: what else leaves the deputy's desk stays the deputy's.
    expect(seen.availableMoves).not.toContain('EXTEND');
    expect((await move(people.stranger, 'answerAppeal', 'AnswerAppealInput', { id: appeal.id, version: 2, text: 'Т', questions: [] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await answers(people.aide, appeal)).status).toBe('ANSWERED');
    const { messages, history } = (await people.moderator.ask('query($id: ID!) { appeal(id: $id) { messages { kind authorKind authorName signedFor } history { move actorKind reason } } }', { id: appeal.id })).data.appeal;
    expect(messages).toEqual([{ kind: 'ANSWER', authorKind: 'AIDE', authorName: 'Сотрудник AIDE', signedFor: 'Абрамова Анна Петровна' }]);
    expect(history.find((entry: { move: string | null }) => entry.move === 'ANSWER')).toEqual({
      move: 'ANSWER', actorKind: 'AIDE', reason: 'Подписал помощник Сотрудник AIDE от имени депутата Абрамова Анна Петровна',
    });
    await workerOf(open).work();
    const letter = (await mailsOf(open, appeal.id)).find(({ kind }) => kind === 'ANSWERED');
    expect(letter?.text).toContain('Подписал помощник Сотрудник AIDE от имени депутата Анна Петровна Абрамова');
  });
});

/** The database as its owner sees it. */
class pgOf {
  constructor(private readonly of: World) {}

  async ask(text: string, values: unknown[]): Promise<{ rows: any[] }> { // oxlint-disable-line no-explicit-any -- a test names what it reads
    const client = new pg.Client({ connectionString: this.of.database.url });
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end();
    }
  }
}
