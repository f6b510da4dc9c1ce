import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { addJob } from '../../src/shared/jobs.js';
import { expectClean } from '../files/clean.js';
import { pdf, phonePhoto } from '../files/samples.js';
import { download, uploaded } from '../files/uploads.js';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let deputy: Person;
let colleague: Person;
let aide: Person;
let appeal: SentAppeal;
let photo: Buffer;

beforeAll(async () => {
  world = await startWorld('draft_files');
  const [own, other] = world.psk.deputies;
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], own!.id);
  colleague = await world.staffMember('DEPUTY', [], other!.id);
  aide = await world.staffMember('AIDE', [], own!.id);
  photo = await phonePhoto();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
});

const FIELDS = 'id name kind type bytes width status url thumbnailUrl originalUrl originalSha256';
const DRAFT = `draft { text revision savedByName attachments { ${FIELDS} } }`;

interface File { id: string; name: string; url: string; thumbnailUrl: string }
interface Draft { text: string; attachments: [File, ...File[]] }

const upload = (person: Person, content: Buffer, name: string) => uploaded(world, content, name, { cookie: person.cookie });
const change = async (person: Person, mutation: string, input: string, variables: object) => {
  const { data, errors, raw } = await person.ask(`mutation($input: ${input}!) { ${mutation}(input: $input) { ${DRAFT} errors { code field } } }`, { input: { appealId: appeal.id, ...variables } });
  return { ...(data?.[mutation] as { draft: Draft; errors: { code: string }[] }), failed: errors?.[0]?.extensions.code as string | undefined, raw };
};
const attach = (person: Person, ...attachments: string[]) => change(person, 'attachToAnswerDraft', 'AttachToAnswerDraftInput', { attachments });
const detach = (person: Person, attachmentId: string) => change(person, 'detachFromAnswerDraft', 'DetachFromAnswerDraftInput', { attachmentId });
const save = (person: Person, text: string, revision: number | null) => change(person, 'saveAnswerDraft', 'SaveAnswerDraftInput', { text, questions: [], revision });
const seen = async (person: Person) => (await person.ask(`query($id: ID!) { appeal(id: $id) { status attachments { name } ${DRAFT} keptDrafts { id text attachments { ${FIELDS} } } messages { kind text attachments { ${FIELDS} } } } }`, { id: appeal.id })).data.appeal;
const tracked = async () => (await world.citizen.ask(`query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { attachments { id } messages { kind attachments { ${FIELDS} } } } }`, { number: appeal.number, code: appeal.code })).data.trackAppeal;
const names = (files: { name: string }[]) => files.map(({ name }) => name);
const sign = async (person: Person, more: object = {}, version?: number) => move(person, 'answerAppeal', 'AnswerAppealInput', {
  id: appeal.id, version: version ?? await versionOf(person, appeal), text: 'Мария Ивановна, фонари горят, снимок прилагаю.',
  questions: ((await person.ask('query($id: ID!) { appeal(id: $id) { questions { id } } }', { id: appeal.id })).data.appeal.questions as { id: string }[]).map(({ id }) => ({ id, result: 'MEASURES_TAKEN' })), ...more,
});
const stored = () => rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where((eb) => eb.or([eb('appeal_id', '=', appeal.id), eb('draft_id', '=', appeal.id), eb('kept_draft_id', 'in', eb.selectFrom('kept_draft').where('appeal_id', '=', appeal.id).select('id'))])).select('id').execute();
const isThere = async (id: string) => (await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where('id', '=', id).select('id').executeTakeFirst()) !== undefined;
const onDisk = (id: string) => readdir(path.join(world.app.parts.config.dataDir, 'files', id.slice(-2), id)).catch(() => []);
const works = async (...jobs: ('forget_uploads' | 'forget_drafts')[]) => {
  const worker = workerOf(world);
  for (const job of jobs) await addJob(world.app.parts.orm.em.fork(), job, {});
  await worker.work();
};
const HOURS = 3_600_000;

test('the aide drafts with a photo, the deputy sees it and signs, and the applicant gets both, with nothing of the metadata by any way', async () => {
  await save(aide, 'Фонари горят, снимок прилагаю.', null);
  const { draft } = await attach(aide, await upload(aide, photo, 'Двор.JPG'), await upload(aide, pdf(), 'акт.pdf'));
  expect(draft).toMatchObject({ text: 'Фонари горят, снимок прилагаю.', revision: 1, attachments: [{ name: 'Двор.jpg', kind: 'PHOTO', width: 400, status: 'READY' }, { name: 'акт.pdf', kind: 'DOCUMENT' }] });

  const { draft: forDeputy, attachments, messages } = await seen(deputy);
  expect(names(forDeputy.attachments)).toEqual(['Двор.jpg', 'акт.pdf']);
  expect([attachments, messages]).toEqual([[], []]);
  const [inDraft] = forDeputy.attachments;
  expect(inDraft.bytes).toBeGreaterThan(0);
  expect(inDraft).toMatchObject({ originalUrl: null, originalSha256: null });
  for (const url of [inDraft.url, inDraft.thumbnailUrl]) {
    const { status, body } = await download(world, url, { cookie: deputy.cookie });
    expect(status).toBe(200);
    await expectClean(body);
    expect(await download(world, url, { cookie: aide.cookie })).toMatchObject({ status: 404 });
  }
  expect((await tracked()).attachments).toEqual([]);
  expect((await tracked()).messages).toEqual([]);

  expect((await sign(deputy, { draftAttachments: forDeputy.attachments.map(({ id }: { id: string }) => id) })).data.answerAppeal.errors).toEqual([]);
  expect((await seen(deputy)).draft).toBeNull();
  const sent = (await tracked()).messages.at(-1).attachments;
  expect(names(sent)).toEqual(['Двор.jpg', 'акт.pdf']);
  for (const url of [sent[0].url, sent[0].thumbnailUrl]) await expectClean((await download(world, url)).body);
  expect((await download(world, sent[1].url)).body.equals(pdf())).toBe(true);
  await works();
  const mail = await rowsOf(world.database.orm.em.fork()).selectFrom('mail').where('appeal_id', '=', appeal.id).where('kind', '=', 'ANSWERED').selectAll().executeTakeFirstOrThrow();
  expect(world.app.parts.vault.opened('mail.text', mail.text)).toContain('К ответу приложены файлы: 2.');
});

test('a draft’s file is there for nobody but the deputy’s side, whatever link is made for it', async () => {
  const { draft } = await attach(aide, await upload(aide, photo, 'двор.jpg'));
  const [{ id }] = draft.attachments;
  const administrator = await world.staffMember('ADMINISTRATOR');
  const [analyst, ofNobody] = [await world.staffMember('ANALYST'), await world.staffMember('COORDINATOR', ['RU-PSK'])];
  for (const person of [moderator, administrator, analyst, ofNobody]) {
    expect((await seen(person)).draft).toBeNull();
    const { data } = await person.ask('{ me { id } }');
    const url = world.app.parts.fileLinks.to({ attachmentId: id, variant: 'file', audience: { account: data.me.id } });
    expect(await download(world, url, { cookie: person.cookie })).toMatchObject({ status: 404 });
    expect((await detach(person, id)).failed).toBe('FORBIDDEN');
    expect((await attach(person, await upload(person, pdf(), 'a.pdf'))).failed).toBe('FORBIDDEN');
  }
  expect(await download(world, world.app.parts.fileLinks.to({ attachmentId: id, variant: 'file', audience: { applicantOf: appeal.id } }))).toMatchObject({ status: 404 });
  const own = (await aide.ask('{ me { id } }')).data.me.id;
  expect(await download(world, world.app.parts.fileLinks.to({ attachmentId: id, variant: 'original', audience: { account: own } }), { cookie: aide.cookie })).toMatchObject({ status: 404 });
  expect((await detach(colleague, id)).failed).toBe('NOT_FOUND');
  expect((await attach(colleague, await upload(colleague, pdf(), 'a.pdf'))).failed).toBe('NOT_FOUND');
  // Forwarded, it waits for the other deputy, and nobody writes; accepted, it is the other one's to send.
  await move(deputy, 'forwardToDeputy', 'ForwardToDeputyInput', { id: appeal.id, version: await versionOf(deputy, appeal), deputyId: world.psk.deputies[1]!.id, reason: 'Ваш дом' });
  for (const person of [deputy, colleague]) expect((await seen(person)).draft).toBeNull();
  await move(colleague, 'acceptForwarded', 'AcceptForwardedInput', { id: appeal.id, version: await versionOf(colleague, appeal) });
  const [handed] = (await seen(colleague)).draft.attachments;
  expect((await download(world, handed.url, { cookie: colleague.cookie })).status).toBe(200);
  expect(await download(world, draft.attachments[0].url, { cookie: aide.cookie })).toMatchObject({ status: 404 });
});

test('files come and go one by one beside words that another person types, up to the limit of a letter, each once', async () => {
  const first = await upload(aide, pdf(), '1.pdf');
  expect((await attach(aide, first)).draft).toMatchObject({ text: '', revision: 0 });
  // Whoever has typed since before the files is behind nothing.
  expect((await save(deputy, 'Слова депутата', null)).draft).toMatchObject({ revision: 1, attachments: [{ name: '1.pdf' }] });
  expect((await attach(aide, first, await upload(aide, pdf(), '2.pdf'))).draft).toMatchObject({ text: 'Слова депутата', revision: 1, attachments: [{ name: '1.pdf' }, { name: '2.pdf' }] });
  expect((await save(deputy, 'Слова депутата и ещё', 1)).errors).toEqual([]);

  const [one] = (await seen(deputy)).draft.attachments;
  expect(names((await detach(deputy, one.id)).draft.attachments)).toEqual(['2.pdf']);
  expect((await detach(deputy, one.id)).failed).toBe('NOT_FOUND');
  await works();
  expect(await onDisk(one.id)).toEqual([]);

  const foreign = await upload(moderator, pdf(), 'чужой.pdf');
  expect((await attach(aide, foreign)).errors).toEqual([{ code: 'UPLOAD_UNKNOWN', field: 'attachments.0' }]);
  const many = await Promise.all(Array.from({ length: 10 }, () => upload(aide, pdf(), 'a.pdf')));
  expect((await attach(aide, ...many)).errors).toEqual([{ code: 'FILES_TOO_MANY', field: 'attachments' }]);
  expect(names((await attach(aide, ...many.slice(1))).draft.attachments)).toHaveLength(10);
  const more = await upload(deputy, pdf(), 'б.pdf');
  expect((await sign(deputy, { attachments: [more] })).data.answerAppeal.errors).toMatchObject([{ code: 'FILES_TOO_MANY', field: 'attachments' }]);
  const [out] = (await seen(deputy)).draft.attachments;
  await detach(deputy, out.id);
  // The secret of what stands in the draft makes no second file of it.
  expect((await sign(deputy, { attachments: [many[1], more] })).data.answerAppeal.errors).toMatchObject([]);
  expect(names((await tracked()).messages.at(-1).attachments)).toEqual([...Array.from({ length: 9 }, () => 'a.pdf'), 'б.pdf']);
  expect((await attach(aide, many[0]!)).failed).toBe('FORBIDDEN');
  expect(await stored()).toHaveLength(10);
});

test('nothing goes out that was not on the screen of whoever signs', async () => {
  const { draft } = await attach(aide, await upload(aide, pdf(), '1.pdf'));
  await attach(aide, await upload(aide, pdf(), '2.pdf'));
  const changed = [{ code: 'DRAFT_FILES_CHANGED', field: 'draftAttachments' }];
  for (const draftAttachments of [[], [draft.attachments[0].id], [draft.attachments[0].id, draft.attachments[0].id]]) expect((await sign(deputy, { draftAttachments })).data.answerAppeal.errors).toMatchObject(changed);
  const now = (await seen(deputy)).draft.attachments;
  expect((await sign(deputy, { draftAttachments: now.map(({ id }: { id: string }) => id) })).data.answerAppeal.errors).toEqual([]);
  expect(names((await tracked()).messages.at(-1).attachments)).toEqual(['1.pdf', '2.pdf']);
});

test('one answer for many goes out with no file that nobody looked at', async () => {
  const other = await submits(world.citizen, world.psk);
  await registers(moderator, other, world.psk);
  await attach(aide, await upload(aide, pdf(), '1.pdf'));
  const { data } = await deputy.ask('mutation($input: AnswerCampaignInput!) { answerCampaign(input: $input) { results { appealId errors { code } } } }', {
    input: { appeals: [{ id: appeal.id, version: await versionOf(deputy, appeal) }, { id: other.id, version: await versionOf(deputy, other) }], text: 'Фонари починят на этой неделе.', result: 'MEASURES_TAKEN' },
  });
  expect(data.answerCampaign.results).toEqual([{ appealId: appeal.id, errors: [{ code: 'DRAFT_FILES_CHANGED' }] }, { appealId: other.id, errors: [] }]);
  expect(names((await seen(deputy)).draft.attachments)).toEqual(['1.pdf']);
});

test('of two who sign at once one is sent, and the files of the other stay with the other’s words, once and for that one alone', async () => {
  const sameDeputyElsewhere = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  await attach(aide, await upload(aide, pdf(), 'общий.pdf'));
  const version = await versionOf(deputy, appeal);
  const people = await Promise.all([deputy, sameDeputyElsewhere].map(async (person, i) => ({ person, text: `Ответ ${i}`, file: `файл${i}.pdf`, secret: await upload(person, pdf(), `файл${i}.pdf`) })));
  const outcomes = await Promise.all(people.map(({ person, text, secret }) => sign(person, { text, attachments: [secret] }, version)));
  const won = outcomes.findIndex(({ errors }) => !errors);
  const [winner, loser] = [people[won]!, people[1 - won]!];
  expect(outcomes[1 - won]!.errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect(names((await tracked()).messages.at(-1).attachments)).toEqual(['общий.pdf', winner.file]);
  const [kept] = (await seen(loser.person)).keptDrafts;
  expect(kept).toMatchObject({ text: loser.text, attachments: [{ name: loser.file, status: 'READY', originalUrl: null }] });
  expect((await download(world, kept.attachments[0].url, { cookie: loser.person.cookie })).body.equals(pdf())).toBe(true);
  for (const person of [winner.person, aide]) {
    const { data } = await person.ask('{ me { id } }');
    const url = world.app.parts.fileLinks.to({ attachmentId: kept.attachments[0].id, variant: 'file', audience: { account: data.me.id } });
    expect(await download(world, url, { cookie: person.cookie })).toMatchObject({ status: 404 });
  }
  expect(await stored()).toHaveLength(3);
  // Let go with the words, it waits a day and is gone.
  await loser.person.ask('mutation($id: ID!) { discardKeptDraft(id: $id) { errors { code } } }', { id: kept.id });
  const before = world.clock.now();
  const file = kept.attachments[0].id;
  world.clock.advance(48 * HOURS);
  await works('forget_uploads');
  expect(await isThere(file)).toBe(true);
  world.clock.advance(25 * HOURS);
  await works('forget_uploads');
  expect(await isThere(file)).toBe(false);
  expect(await onDisk(file)).toEqual([]);
  world.clock.set(before);
});

test('an upload that was on its way when another one answered is kept with the words', async () => {
  const [mine, taken] = [await upload(aide, pdf(), 'мой.pdf'), await upload(moderator, pdf(), 'чужой.pdf')];
  await answers(deputy, appeal);
  const keep = async (attachments: string[]) => (await aide.ask(`mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { appeal { keptDrafts { text attachments { name } } } errors { code } } }`, { input: { appealId: appeal.id, text: 'Мои слова', attachments } })).data.keepAnswerDraft;
  expect(await keep([mine, taken])).toEqual({ appeal: { keptDrafts: [{ text: 'Мои слова', attachments: [{ name: 'мой.pdf' }] }] }, errors: [] });
  expect((await keep([mine])).appeal.keptDrafts[0].attachments).toHaveLength(1);
  expect((await keep(Array.from({ length: 11 }, (_, i) => `x${i}`))).errors).toEqual([{ code: 'FILES_TOO_MANY' }]);
});

test('a draft keeps its files however long it lies; with the appeal over, they go after their day', async () => {
  const { draft } = await attach(aide, await upload(aide, photo, 'двор.jpg'));
  const [{ id }] = draft.attachments;
  const before = world.clock.now();
  world.clock.advance(24 * 20 * HOURS);
  await works('forget_drafts', 'forget_uploads');
  expect(names((await seen(deputy)).draft.attachments)).toEqual(['двор.jpg']);
  await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, version: await versionOf(deputy, appeal) } });
  await works('forget_drafts', 'forget_uploads');
  expect(await isThere(id)).toBe(true);
  world.clock.advance(25 * HOURS);
  await works('forget_drafts');
  await works('forget_uploads');
  expect(await isThere(id)).toBe(true);
  world.clock.advance(25 * HOURS);
  await works('forget_uploads');
  expect(await isThere(id)).toBe(false);
  expect(await onDisk(id)).toEqual([]);
  world.clock.set(before);
});

test('an erasure takes the files of draft and kept words along', async () => {
  await attach(aide, await upload(aide, pdf(), 'забытый.pdf'));
  await sign(deputy);
  await aide.ask('mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: appeal.id, text: 'Слова', attachments: [await upload(aide, pdf(), 'слова.pdf')] } });
  await world.citizen.ask('mutation($input: ReopenAppealInput!) { reopenAppeal(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, version: await versionOf(deputy, appeal), reason: 'Снова темно' } });
  expect((await attach(deputy, await upload(deputy, photo, 'двор.jpg'))).errors).toEqual([]);
  const files = (await stored()).map(({ id }) => id);
  expect(files).toHaveLength(3);
  await world.citizen.ask('mutation($input: EraseApplicantDataInput!) { eraseApplicantData(input: $input) { underWay errors { code } } }', { input: { number: appeal.number, code: appeal.code, confirm: true } });
  await works();
  for (const id of files) {
    expect(await isThere(id)).toBe(false);
    expect(await onDisk(id)).toEqual([]);
  }
});

test('an answer that is taken back stands in the draft again with its files; an aide who may sign sends them as the deputy would', async () => {
  const open = await startWorld('draft_files_signed', undefined, { env: { AIDE_MAY_SIGN: '1', UNDO_SECONDS: '30' } });
  const outer = world;
  try {
    world = open;
    const [itsModerator, itsAide] = [await open.staffMember('MODERATOR', ['RU-PSK']), await open.staffMember('AIDE', [], open.psk.deputies[0]!.id)];
    appeal = await submits(open.citizen, open.psk);
    await registers(itsModerator, appeal, open.psk);
    await attach(itsAide, await upload(itsAide, photo, 'двор.jpg'));
    expect((await sign(itsAide)).data.answerAppeal.errors).toEqual([]);
    expect((await seen(itsAide)).messages[0].attachments).toHaveLength(1);
    expect((await move(itsAide, 'undoMove', 'UndoMoveInput', { id: appeal.id, version: await versionOf(itsAide, appeal) })).data.undoMove.errors).toEqual([]);
    const back = await seen(itsAide);
    expect(back).toMatchObject({ status: 'REGISTERED', messages: [], draft: { attachments: [{ name: 'двор.jpg' }] } });
    expect((await download(open, back.draft.attachments[0].url, { cookie: itsAide.cookie })).status).toBe(200);
    expect((await sign(itsAide)).data.answerAppeal.errors).toEqual([]);
    expect(names((await tracked()).messages.at(-1).attachments)).toEqual(['двор.jpg']);
  } finally {
    world = outer;
    await open.stop();
  }
}, 60_000);
