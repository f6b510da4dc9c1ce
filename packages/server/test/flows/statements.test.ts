import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pdf } from '../files/samples.js';
import { drafted, uploaded } from '../files/uploads.js';
import { answers, registers, submits } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let deputy: Person;

beforeAll(async () => {
  world = await startWorld('statements');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  for (let i = 0; i < 4; i += 1) {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    await answers(deputy, appeal);
    const open = await submits(world.citizen, world.psk);
    await registers(moderator, open, world.psk);
    for (const name of ['1.pdf', '2.pdf']) await drafted(world, deputy, open.id, pdf(), name);
    await deputy.ask('mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: open.id, text: 'Слова', attachments: [await uploaded(world, pdf(), '3.pdf', { cookie: deputy.cookie })] } });
  }
}, 60_000);
afterAll(() => world.stop());

/** How many statements one request costs, the session being remembered. */
async function statementsOf(query: string, who = moderator): Promise<number> {
  await who.ask(query);
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const { errors } = await who.ask(query);
    expect(errors).toBeUndefined();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}

const NODE = 'id number status subject submittedAt region { name } topic { name } deputy { name mandate { body { name } district { name } } }';

test('the queue with deputy, region and topic costs one statement', async () => {
  expect(await statementsOf(`{ appeals(first: 50) { edges { node { ${NODE} } } pageInfo { hasNextPage endCursor } } }`)).toBe(1);
});

test('with the total it costs two', async () => {
  expect(await statementsOf(`{ appeals(first: 50) { totalCount edges { node { ${NODE} } } } }`)).toBe(2);
});

test.each([1, 4])('questions, messages, notes, history, its chain and feedback of %i appeals cost one statement each', async (first) => {
  expect(await statementsOf(`{ appeals(first: ${first}) { edges { node { ${NODE} questions { text } messages { text } notes { text } history { title } historyWhole feedback { quality } } } } }`)).toBe(7);
});

test.each([1, 4])('drafts, kept words and the files of both of %i appeals cost one statement each', async (first) => {
  expect(await statementsOf(`{ appeals(first: ${first}, filter: { status: [REGISTERED] }) { edges { node { id draft { text attachments { name url } } keptDrafts { text attachments { name url } } } } } }`, deputy)).toBe(5);
});
