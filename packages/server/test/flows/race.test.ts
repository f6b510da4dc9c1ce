import { afterAll, beforeAll, expect, test } from 'vitest';
import { move, registers, submits, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let deputy: Person;
let sameDeputyElsewhere: Person;
let aide: Person;

beforeAll(async () => {
  world = await startWorld('race');
  const [own] = world.psk.deputies;
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], own!.id);
  sameDeputyElsewhere = await world.staffMember('DEPUTY', [], own!.id);
  aide = await world.staffMember('AIDE', [], own!.id);
}, 60_000);
afterAll(() => world.stop());

const KEPT = 'query($id: ID!) { appeal(id: $id) { status messages { kind text } keptDrafts { id text } draft { text } } }';
const kept = async (person: Person, id: string) => (await person.ask(KEPT, { id })).data.appeal;

test('of two who sign at the same moment one is sent, and the words of the other are kept beside it: fifty times', async () => {
  for (let i = 0; i < 50; i += 1) {
    const appeal = await submits(world.citizen, world.psk);
    const { questions, version } = await registers(moderator, appeal, world.psk);
    const sign = (person: Person, text: string) => move(person, 'answerAppeal', 'AnswerAppealInput', {
      id: appeal.id, version, text, questions: questions.map(({ id }: { id: string }) => ({ id, result: 'EXPLAINED' })),
    });
    const people = [[deputy, `Ответ первого ${i}`], [sameDeputyElsewhere, `Ответ второго ${i}`]] as const;
    const outcomes = await Promise.all(people.map(([person, text]) => sign(person, text)));
    const won = outcomes.findIndex(({ errors }) => !errors);
    const [winner, loser] = won === 0 ? people : [people[1], people[0]];
    expect(outcomes[won === 0 ? 1 : 0]!.errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect(await kept(loser[0], appeal.id)).toMatchObject({ status: 'ANSWERED', messages: [{ kind: 'ANSWER', text: winner[1] }], keptDrafts: [{ text: loser[1] }] });
    expect((await kept(winner[0], appeal.id)).keptDrafts).toEqual([]);
  }
}, 120_000);

test('an aide’s draft that the deputy did not send is kept for the aide alone, once, until it is let go', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { questions } = await registers(moderator, appeal, world.psk);
  await aide.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: appeal.id, text: 'Черновик помощника', questions: [] } });
  await move(deputy, 'answerAppeal', 'AnswerAppealInput', {
    id: appeal.id, version: await versionOf(deputy, appeal), text: 'Свой ответ', questions: questions.map(({ id }: { id: string }) => ({ id, result: 'EXPLAINED' })),
  });
  expect((await kept(aide, appeal.id)).keptDrafts).toMatchObject([{ text: 'Черновик помощника' }]);
  for (const person of [deputy, moderator]) expect((await kept(person, appeal.id)).keptDrafts).toEqual([]);
  const keep = (person: Person, text: string) => person.ask('mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { appeal { keptDrafts { id } } errors { code } } }', { input: { appealId: appeal.id, text } });
  expect((await keep(aide, ' Черновик помощника ')).data.keepAnswerDraft.appeal.keptDrafts).toHaveLength(1);
  expect((await keep(moderator, 'Чужое')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const [own] = (await kept(aide, appeal.id)).keptDrafts;
  const discard = (person: Person) => person.ask('mutation($id: ID!) { discardKeptDraft(id: $id) { appeal { keptDrafts { id } } errors { code } } }', { id: own.id });
  expect((await discard(deputy)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await discard(aide)).data.discardKeptDraft.appeal.keptDrafts).toEqual([]);
});

test('who has an appeal before them is told to the others, and to nobody beyond the walls', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const foreign = await world.staffMember('MODERATOR', ['RU-NVS']);
  const coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  const attend = (person: Person, doing: string | null) => person.ask('mutation($input: AttendAppealInput!) { attendAppeal(input: $input) { presence { others { name role doing since } } errors { code } } }', { input: { appealId: appeal.id, doing } });
  expect((await attend(moderator, 'DECIDING')).data.attendAppeal).toEqual({ presence: { others: [] }, errors: [] });
  const began = world.clock.now().toISOString();
  world.clock.advance(10_000);
  await attend(moderator, 'DECIDING');
  expect((await attend(coordinator, 'READING')).data.attendAppeal.presence.others).toEqual([{ name: 'Сотрудник MODERATOR', role: 'MODERATOR', doing: 'DECIDING', since: began }]);
  expect((await attend(foreign, 'READING')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await attend(moderator, null)).data.attendAppeal.presence.others).toMatchObject([{ role: 'COORDINATOR', doing: 'READING' }]);
  world.clock.advance(41_000);
  expect((await attend(moderator, 'READING')).data.attendAppeal.presence.others).toEqual([]);
});
