import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, letter, move, registers, submits, tryToSubmit, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let otherModerator: Person;
let deputy: Person;
let aide: Person;
let otherDeputy: Person;

beforeAll(async () => {
  world = await startWorld('main_job');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  otherModerator = await world.staffMember('MODERATOR', ['RU-NVS']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  aide = await world.staffMember('AIDE', [], world.psk.deputies[0]!.id);
  otherDeputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
}, 60_000);
afterAll(() => world.stop());

const TRACK = `query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) {
  number status statusText nextStep { text by } dueOn deadline { steps { code text } } messages { kind text authorKind } steps { title } availableMoves canGiveFeedback version
  questions { text result } feedback { quality comment } rejectReason { code } } }`;

test('an appeal goes from the citizen over the moderator to the deputy and back for a mark', async () => {
  const appeal = await submits(world.citizen, world.psk);
  expect(appeal.number).toMatch(/^60-2026-\d{6}$/);
  expect(appeal.code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);

  const registered = await registers(moderator, appeal, world.psk, {
    questions: [{ text: 'Когда починят фонари?', topicCode: 'housing.yards' }, { text: 'Кто отвечает за тротуар?', topicCode: 'economy.roads' }],
  });
  // Friday 20 March 2026, 30 calendar days from the next: Sunday 19 April, moved to the Friday before.
  expect(registered).toMatchObject({ status: 'REGISTERED', registeredOn: '2026-03-20', dueOn: '2026-04-17', number: appeal.number });
  expect(registered.deadline.dueOn).toBe('2026-04-17');
  expect(registered.deadline.steps.map((step: { code: string }) => step.code)).toEqual(['RULE', 'START', 'RAW', 'MOVED']);

  const begun = await move(deputy, 'beginAppeal', 'BeginAppealInput', { id: appeal.id, version: registered.version });
  expect(begun.data.beginAppeal.appeal).toMatchObject({ status: 'IN_PROGRESS' });
  const answered = await answers(deputy, appeal);
  expect(answered.status).toBe('ANSWERED');
  expect(answered.questions.map((question: { result: string }) => question.result)).toEqual(['MEASURES_TAKEN', 'MEASURES_TAKEN']);

  const tracked = (await world.citizen.ask(TRACK, { number: appeal.number, code: appeal.code })).data.trackAppeal;
  expect(tracked).toMatchObject({ status: 'ANSWERED', canGiveFeedback: true, dueOn: '2026-04-17' });
  expect(tracked.messages.map((message: { kind: string }) => message.kind)).toEqual(['ANSWER']);

  const given = await world.citizen.ask(
    'mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { feedback { quality comment } appealNumber errors { code } } }',
    { input: { number: appeal.number, code: appeal.code, quality: 5, personal: 5, result: 'SOLVED', comment: 'Спасибо, светло!' } },
  );
  expect(given.data.giveFeedback).toMatchObject({ feedback: { quality: 5, comment: 'Спасибо, светло!' }, appealNumber: appeal.number, errors: [] });
  const closed = (await moderator.ask('query($id: ID!) { appeal(id: $id) { status history { event move actorKind from to title } feedback { quality comment commentState } } }', { id: appeal.id })).data.appeal;
  expect(closed.status).toBe('CLOSED');
  const events = closed.history.filter(({ event }: { event: string }) => event !== 'APPEAL_OPENED');
  expect(events.map((entry: { move: string | null }) => entry.move)).toEqual(['SUBMIT', 'REGISTER', 'BEGIN', 'ANSWER', null, 'CLOSE']);
  expect(closed.feedback).toEqual([{ quality: 5, comment: 'Спасибо, светло!', commentState: 'PENDING' }]);
  const seenByDeputy = (await deputy.ask('query($id: ID!) { appeal(id: $id) { feedback { quality comment commentState } } }', { id: appeal.id })).data.appeal;
  expect(seenByDeputy.feedback).toEqual([{ quality: 5, comment: null, commentState: 'NONE' }]);
});

test('a clarification stops the clock of moderation and comes back to the queue', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const asked = await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: 1, text: 'На какой улице?' });
  expect(asked.data.requestClarification.appeal.status).toBe('CLARIFICATION');
  const tracked = (await world.citizen.ask(TRACK, { ...appeal })).data.trackAppeal;
  expect(tracked).toMatchObject({ nextStep: { by: '2026-03-23' }, availableMoves: ['CLARIFY', 'WITHDRAW'] });
  const { data } = await world.citizen.ask('mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { appeal { status messages { kind text } } errors { code } } }', {
    input: { number: appeal.number, code: appeal.code, version: tracked.version, text: 'На улице Гагарина.' },
  });
  expect(data.clarifyAppeal).toMatchObject({ errors: [], appeal: { status: 'SUBMITTED', messages: [{ kind: 'CLARIFICATION_REQUEST' }, { kind: 'CLARIFICATION', text: 'На улице Гагарина.' }] } });
});

test('a rejection needs a text for the applicant, who reads it', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const empty = await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version: 1, reason: 'SPAM', text: '  ' });
  expect(empty.data.rejectAppeal.errors).toMatchObject([{ code: 'TEXT_EMPTY', field: 'text' }]);
  const done = await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version: 1, reason: 'SPAM', text: 'Похоже на рекламу.' });
  expect(done.data.rejectAppeal.appeal.status).toBe('REJECTED');
  const tracked = (await world.citizen.ask(TRACK, { ...appeal })).data.trackAppeal;
  expect(tracked).toMatchObject({ status: 'REJECTED', rejectReason: { code: 'SPAM' }, messages: [{ kind: 'REJECTION', text: 'Похоже на рекламу.' }], availableMoves: [] });
});

test('the applicant withdraws with number and code', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { data } = await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { appeal { status availableMoves } errors { code } } }', {
    input: { number: appeal.number, code: appeal.code, version: 1, reason: 'Уже починили' },
  });
  expect(data.withdrawAppeal).toEqual({ appeal: { status: 'WITHDRAWN', availableMoves: [] }, errors: [] });
});

test('of two moderators at once the second is told of the conflict, and nothing is lost', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const input = { id: appeal.id, version: 1, topicCode: 'housing.yards', deputyId: world.psk.deputies[0]!.id };
  const both = await Promise.all([move(moderator, 'registerAppeal', 'RegisterAppealInput', input), move(moderator, 'registerAppeal', 'RegisterAppealInput', input)]);
  const codes = both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE').sort();
  expect(codes).toEqual(['CONFLICT', 'DONE']);
});

test('the same client key gives the same appeal and code, another letter under it is refused', async () => {
  const clientKey = 'client-key-0123456789';
  const first = await submits(world.citizen, world.psk, { clientKey });
  expect(await submits(world.citizen, world.psk, { clientKey })).toEqual(first);
  const other = await tryToSubmit(world.citizen, letter(world.psk, { clientKey, subject: 'Другое' }));
  expect(other.errors).toMatchObject([{ code: 'CLIENT_KEY_REUSED', field: 'clientKey' }]);
});

test.each([
  ['an empty text', { text: ' \u200B\u2063\n' }, 'TEXT_EMPTY', 'text'],
  ['a text too long', { text: 'я'.repeat(20_001) }, 'TEXT_TOO_LONG', 'text'],
  ['a subject too long', { subject: 'я'.repeat(301) }, 'SUBJECT_TOO_LONG', 'subject'],
  ['no contact', { applicant: { name: 'Иван' } }, 'CONTACT_MISSING', 'applicant.email'],
  ['a wrong e-mail', { applicant: { name: 'Иван', email: 'a@b' } }, 'EMAIL_INVALID', 'applicant.email'],
  ['no consent', { consent: false }, 'CONSENT_MISSING', 'consent'],
  ['an unknown topic', { topicCode: 'no.such' }, 'TOPIC_UNKNOWN', 'topicCode'],
  ['an unknown region', { regionCode: 'RU-XX' }, 'REGION_UNKNOWN', 'regionCode'],
  ['a region that is not open', { regionCode: 'RU-CHU' }, 'REGION_NOT_OPEN', 'regionCode'],
  ['a deputy who does not exist', { deputyId: '01900000-0000-7000-8000-000000000000' }, 'DEPUTY_UNKNOWN', 'deputyId'],
])('%s is refused with a code and a field', async (_name, more, code, field) => {
  const payload = await tryToSubmit(world.citizen, letter(world.psk, more));
  expect(payload.appeal).toBeNull();
  expect(payload.errors).toContainEqual({ code, field, message: expect.stringMatching(/[а-я]{3}/) });
});

test('a deputy of another region is refused, at intake and at registration', async () => {
  const foreign = world.nvs.deputies[0]!.id;
  expect((await tryToSubmit(world.citizen, letter(world.psk, { deputyId: foreign }))).errors).toMatchObject([{ code: 'DEPUTY_NOT_IN_REGION' }]);
  const appeal = await submits(world.citizen, world.psk);
  const { data } = await move(moderator, 'registerAppeal', 'RegisterAppealInput', { id: appeal.id, version: 1, topicCode: 'no.such', deputyId: foreign });
  expect(data.registerAppeal.errors).toMatchObject([{ code: 'DEPUTY_NOT_IN_REGION', field: 'deputyId' }, { code: 'TOPIC_UNKNOWN', field: 'topicCode' }]);
  expect(await versionOf(moderator, appeal)).toBe(1);
});

test('a moderator cannot see or move an appeal of another region', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const seen = await otherModerator.ask('query($id: ID!) { appeal(id: $id) { id } }', { id: appeal.id });
  expect(seen).toMatchObject({ data: { appeal: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  const moved = await move(otherModerator, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version: 1, reason: 'SPAM', text: 'x' });
  expect(moved.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const list = await otherModerator.ask('query($search: String) { appeals(filter: { search: $search }) { totalCount } }', { search: appeal.number });
  expect(list.data.appeals.totalCount).toBe(0);
});

test('a deputy cannot answer an appeal addressed to another deputy', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { version } = await registers(moderator, appeal, world.psk);
  const tried = await move(otherDeputy, 'answerAppeal', 'AnswerAppealInput', { id: appeal.id, version, text: 'Сделано', questions: [] });
  expect(tried.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('a deputy cannot see an appeal before its registration, nor moderate it after', async () => {
  const appeal = await submits(world.citizen, world.psk, { deputyId: world.psk.deputies[0]!.id });
  expect((await deputy.ask('query($id: ID!) { appeal(id: $id) { id } }', { id: appeal.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const { version } = await registers(moderator, appeal, world.psk);
  expect((await move(deputy, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version, reason: 'SPAM', text: 'Нет' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('an aide cannot sign, but drafts, and the deputy sees the draft', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { version, questions } = await registers(moderator, appeal, world.psk);
  const signed = await move(aide, 'answerAppeal', 'AnswerAppealInput', { id: appeal.id, version, text: 'Готово', questions: [{ id: questions[0].id, result: 'EXPLAINED' }] });
  expect(signed.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const saved = await aide.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { draft { text revision } errors { code } } }', {
    input: { appealId: appeal.id, text: 'Черновик', questions: [{ id: questions[0].id, result: 'EXPLAINED' }] },
  });
  expect(saved.data.saveAnswerDraft).toEqual({ draft: { text: 'Черновик', revision: 1 }, errors: [] });
  const seen = await deputy.ask('query($id: ID!) { appeal(id: $id) { draft { text savedByName questions { result } } viewerCanAnswer } }', { id: appeal.id });
  expect(seen.data.appeal).toMatchObject({ draft: { text: 'Черновик', questions: [{ result: 'EXPLAINED' }] }, viewerCanAnswer: true });
  const moderated = await moderator.ask('query($id: ID!) { appeal(id: $id) { draft { text } } }', { id: appeal.id });
  expect(moderated.data.appeal.draft).toBeNull();
});

test('an answer without a result for each question is refused, and the appeal stays as it was', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { version } = await registers(moderator, appeal, world.psk);
  const { data } = await move(deputy, 'answerAppeal', 'AnswerAppealInput', { id: appeal.id, version, text: ' ', questions: [] });
  expect(data.answerAppeal.errors).toMatchObject([{ code: 'ANSWER_EMPTY', field: 'text' }, { code: 'QUESTION_RESULT_MISSING', field: 'questions' }]);
  expect(await versionOf(deputy, appeal)).toBe(version);
});

test('contacts open only on record, and not for an analyst', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const OPEN = 'mutation($id: ID!) { openContacts(appealId: $id) { contacts { name email phone } } }';
  const analyst = await world.staffMember('ANALYST');
  expect((await analyst.ask(OPEN, { id: appeal.id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await moderator.ask(OPEN, { id: appeal.id })).data.openContacts.contacts).toEqual({ name: 'Мария Ивановна Петрова', email: 'petrova@mail.example', phone: null });
  const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { history { contactsOpened actorKind } } }', { id: appeal.id });
  expect(data.appeal.history.at(1)).toEqual({ contactsOpened: true, actorKind: 'MODERATOR' });
});

test('a move that the status does not allow is refused with a code', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const { version } = await registers(moderator, appeal, world.psk);
  const again = await move(moderator, 'registerAppeal', 'RegisterAppealInput', { id: appeal.id, version, topicCode: 'housing.yards', deputyId: world.psk.deputies[0]!.id });
  expect(again.data.registerAppeal.errors).toMatchObject([{ code: 'MOVE_NOT_ALLOWED' }]);
});

test.each([
  ['first: 100000', '{ appeals(first: 100000) { totalCount } }', 'first'],
  ['a malformed id', '{ appeal(id: "1; drop table appeal") { id } }', 'id'],
  ['a cursor that is none', '{ appeals(after: "???") { totalCount } }', 'after'],
  ['a cursor of another list', `{ appeals(after: "${Buffer.from('["deputies:NAME:ASC","x","y"]').toString('base64url')}") { totalCount } }`, 'after'],
])('%s is BAD_USER_INPUT with its field', async (_name, query, field) => {
  const answer = await moderator.ask(query);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  expect(answer.raw).not.toMatch(/select |node_modules|\.ts|\.js/);
});

test.each([
  ['a search with a NUL', '{ appeals(filter: { search: "a\\u0000b" }) { totalCount } }'],
  ['a forged cursor', `{ appeals(after: "${Buffer.from('["appeals:SUBMITTED_AT:DESC","no day","01900000-0000-7000-8000-000000000000"]').toString('base64url')}") { totalCount } }`],
])('%s is BAD_USER_INPUT and no failure of ours', async (_name, query) => {
  expect((await moderator.ask(query)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('what is no JSON, and what is too large, is told so in the shape of GraphQL', async () => {
  const send = (payload: string) => world.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });
  expect((await send('{no json')).json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  const large = await send(JSON.stringify({ query: 'x'.repeat(300_000) }));
  expect([large.statusCode, large.json()]).toMatchObject([413, { errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] }]);
});

test('nobody without a session reads appeals', async () => {
  expect((await world.citizen.ask('{ appeals { totalCount } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await world.citizen.ask('{ me { id } }')).data).toEqual({ me: null });
});

test('pages of a list meet without a gap or a double', async () => {
  for (let i = 0; i < 5; i += 1) await submits(world.citizen, world.psk);
  const seen: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const { data, raw }: { data: any; raw: string } = await moderator.ask('query($after: String) { appeals(first: 3, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }', { after }); // oxlint-disable-line no-explicit-any -- read below
    expect(data, raw).toBeTruthy();
    seen.push(...data.appeals.edges.map((edge: { node: { id: string } }) => edge.node.id));
    total = data.appeals.totalCount;
    after = data.appeals.pageInfo.hasNextPage ? data.appeals.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
});
