import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { addJob } from '../../src/shared/jobs.js';
import { archive, avifWithExif, docx, exe, gifWithComment, heicPhoto, pdf, phonePhoto, pixelFlood, pngWithText, SECRETS, svg, tiffWithExif, webpWithExif, zipBomb } from '../files/samples.js';
import { expectClean } from '../files/clean.js';
import { download, newKey, upload, uploaded } from '../files/uploads.js';
import { partnerWithKey } from '../support/partners.js';
import { move, registers, submits, tryToSubmit, letter, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let deputy: Person;
let aide: Person;
let analyst: Person;
let administrator: Person;

beforeAll(async () => {
  world = await startWorld('attachments');
  moderator = await world.staffMember('MODERATOR', [world.psk.code]);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  aide = await world.staffMember('AIDE', [], world.psk.deputies[0]!.id);
  analyst = await world.staffMember('ANALYST');
  administrator = await world.staffMember('ADMINISTRATOR');
}, 60_000);
afterAll(() => world.stop());

const FIELDS = 'id name kind type bytes width height status url thumbnailUrl originalUrl originalSha256';

const tracked = async ({ number, code }: { number: string; code: string }, who: Person = world.citizen) =>
  (await who.ask(`query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { attachments { ${FIELDS} } messages { kind attachments { ${FIELDS} } } } }`, { number, code })).data!.trackAppeal;
const seenBy = async (person: Person, id: string) =>
  (await person.ask(`query($id: ID!) { appeal(id: $id) { version questions { id } attachments { ${FIELDS} } messages { kind attachments { ${FIELDS} } } history { event reason actorName } } }`, { id })).data?.appeal;

/** The colour on the left and on the right, as seen. */
async function sides(bytes: Buffer): Promise<string[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number): string => {
    const i = (Math.floor(info.height / 2) * info.width + x) * info.channels;
    return data[i]! > 150 ? 'red' : data[i + 2]! > 150 ? 'blue' : 'other';
  };
  return [at(Math.floor(info.width / 4)), at(Math.floor(info.width * 3 / 4))];
}

test('a photo goes in with place and time, and comes out upright and bare by every way', async () => {
  const photo = await phonePhoto();
  // What it is tested with does hold what must not come out.
  for (const secret of SECRETS.filter((one) => !['SECRET-PNG-TEXT'].includes(one))) expect(photo.includes(Buffer.from(secret, 'latin1')), secret).toBe(true);
  const key = await partnerWithKey(world, administrator);
  const ways: { name: string; send: () => Promise<{ id: string; number: string; code: string }> }[] = [
    { name: 'portal', send: async () => submits(world.citizen, world.psk, { attachments: [await uploaded(world, photo, 'Двор.JPG')] }) },
    { name: 'partner', send: async () => {
      const { appeal, code } = (await key.app.ask('mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { appeal { id number } code errors { code } } }', {
        input: letter(world.psk, { attachments: [await uploaded(world, photo, 'Двор.JPG', { authorization: `Bearer ${key.secret}` })] }),
      })).data!.submitAppeal;
      return { ...appeal, code };
    } },
    { name: 'staff', send: async () => submits(moderator, world.psk, { attachments: [await uploaded(world, photo, 'Двор.JPG', { cookie: moderator.cookie })] }) },
  ];
  for (const { name, send } of ways) {
    const appeal = await send();
    const [forApplicant] = (await tracked(appeal)).attachments;
    const [forModerator] = (await seenBy(moderator, appeal.id)).attachments;
    expect(forApplicant, name).toMatchObject({ name: 'Двор.jpg', kind: 'PHOTO', type: 'image/jpeg', width: 400, height: 200, status: 'READY', originalUrl: null, originalSha256: null });
    expect(forModerator, name).toMatchObject({ name: 'Двор.jpg', originalSha256: createHash('sha256').update(photo).digest('hex') });
    for (const [url, headers] of [[forApplicant.url, {}], [forApplicant.thumbnailUrl, {}], [forModerator.url, { cookie: moderator.cookie }], [forModerator.thumbnailUrl, { cookie: moderator.cookie }]]) {
      const { status, body, headers: told } = await download(world, url, headers);
      expect(status, `${name} ${url}`).toBe(200);
      await expectClean(body);
      expect(await sides(body)).toEqual(['red', 'blue']);
      expect(told).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': expect.stringContaining('sandbox') });
      expect(told['content-disposition']).toMatch(/^attachment; filename=".*"; filename\*=UTF-8''%D0%94%D0%B2%D0%BE%D1%80\.jpg$/);
    }
    const exported = await world.citizen.ask('query($number: String!, $code: String!) { applicantData(number: $number, code: $code) { json appeal { attachments { url } } } }', { number: appeal.number, code: appeal.code });
    expect(exported.data.applicantData.json).toContain('Двор.jpg');
    expect(exported.raw).not.toMatch(/55\.7583|37\.62|SECRET|14:05:10/);
    await expectClean((await download(world, exported.data.applicantData.appeal.attachments[0].url)).body);
  }
});

test.each([
  ['png', pngWithText], ['webp', webpWithExif], ['avif', avifWithExif], ['tiff', tiffWithExif], ['gif', gifWithComment], ['heic', heicPhoto],
] as const)('nothing of the metadata of a %s is given out', async (extension, make) => {
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, await make(), `снимок.${extension}`)] });
  const [one] = (await tracked(appeal)).attachments;
  for (const url of [one.url, one.thumbnailUrl]) {
    const { status, body } = await download(world, url);
    expect(status).toBe(200);
    await expectClean(body);
    expect(await sides(body)).toEqual(['red', 'blue']);
  }
});

test("a phone's own HEIC comes out upright as a JPEG, and tells the staff when and where it was taken", async () => {
  const photo = heicPhoto();
  for (const secret of ['SECRET-ARTIST', 'SECRET-SERIAL']) expect(photo.includes(secret), secret).toBe(true);
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, photo, 'IMG_1.HEIC')] });
  const [one] = (await seenBy(moderator, appeal.id)).attachments;
  expect(one).toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg', width: 400, height: 200, originalSha256: createHash('sha256').update(photo).digest('hex') });
  const row = await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where('appeal_id', '=', appeal.id).select(['taken_at', 'taken_place']).executeTakeFirstOrThrow();
  expect(world.app.parts.vault.opened('attachment.taken_at', row.taken_at ?? null)).toBe('2026-03-20T14:05:10+03:00');
  expect(JSON.parse(world.app.parts.vault.opened('attachment.taken_place', row.taken_place ?? null)!)).toEqual({ latitude: 55.758333, longitude: 37.62 });
});

test('the original is kept to the byte, encrypted, for the moderator and the addressee; each opening is on record', async () => {
  const photo = await phonePhoto();
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, photo, 'двор.jpg')] });
  await registers(moderator, appeal, world.psk);
  for (const person of [moderator, deputy, aide]) {
    const [one] = (await seenBy(person, appeal.id)).attachments;
    const { status, body, headers } = await download(world, one.originalUrl, { cookie: person.cookie });
    expect(status).toBe(200);
    expect(body.equals(photo)).toBe(true);
    expect(headers['content-length']).toBe(String(photo.length));
  }
  expect((await seenBy(analyst, appeal.id)).attachments[0]).toMatchObject({ originalUrl: null, originalSha256: null });
  const { history } = await seenBy(moderator, appeal.id);
  expect(history.filter(({ event }: { event: string }) => event === 'ORIGINAL_OPENED')).toMatchObject([{ reason: 'двор.jpg' }, { reason: 'двор.jpg' }, { reason: 'двор.jpg' }]);

  const { data } = await world.citizen.ask('query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { steps { title } } }', { number: appeal.number, code: appeal.code });
  expect(data.trackAppeal.steps.filter(({ title }: { title: string }) => title === 'Сотрудник открыл ваш файл в исходном виде')).toHaveLength(3);

  const row = await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where('appeal_id', '=', appeal.id).selectAll().executeTakeFirstOrThrow();
  const { vault, config } = world.app.parts;
  expect([row.name, row.file_key, row.original_sha256, row.taken_at, row.taken_place].every((value) => value?.startsWith(vault.prefix))).toBe(true);
  expect(vault.open('attachment.taken_at', row.taken_at!)).toBe('2026-03-20T14:05:10+03:00');
  expect(JSON.parse(vault.open('attachment.taken_place', row.taken_place!))).toEqual({ latitude: 55.758333, longitude: 37.62 });
  // Nothing of it lies in the folder of data as it came, and nothing is left of the work on it.
  const stored = await Promise.all((await readdir(path.join(config.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name))));
  expect(stored.length).toBeGreaterThan(0);
  for (const bytes of stored) for (const secret of SECRETS) expect(bytes.includes(Buffer.from(secret, 'latin1'))).toBe(false);
  expect(await readdir(path.join(config.dataDir, 'uploads'))).toEqual([]);
});

test('documents are told by their content and given back as they came', async () => {
  const documents: [Buffer, string, string, string][] = [
    [pdf(), 'Ответ администрации.PDF', 'Ответ администрации.pdf', 'application/pdf'],
    [docx(), 'справка.doc', 'справка.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [Buffer.from('Список жильцов\nдома 14'), 'список.txt', 'список.txt', 'text/plain'],
    [archive([{ name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.text') }, { name: 'content.xml', content: Buffer.from('<office/>') }]), 'a.odt', 'a.odt', 'application/vnd.oasis.opendocument.text'],
  ];
  const appeal = await submits(world.citizen, world.psk, { attachments: await Promise.all(documents.map(([content, name]) => uploaded(world, content, name))) });
  const { attachments } = await tracked(appeal);
  expect(attachments.map(({ name, type, kind, thumbnailUrl, width }: Record<string, unknown>) => ({ name, type, kind, thumbnailUrl, width })))
    .toEqual(documents.map(([, , name, type]) => ({ name, type, kind: 'DOCUMENT', thumbnailUrl: null, width: null })));
  for (const [i, [content]] of documents.entries()) expect((await download(world, attachments[i].url)).body.equals(content)).toBe(true);
});

test.each<[string, () => Buffer | Promise<Buffer>, string, number, string]>([
  ['an EXE named .jpg', exe, 'photo.jpg', 415, 'FILE_TYPE_NOT_TAKEN'],
  ['a drawing with a script', svg, 'plan.svg', 415, 'FILE_TYPE_NOT_TAKEN'],
  ['the same, named as text', svg, 'plan.txt', 415, 'FILE_TYPE_NOT_TAKEN'],
  ['a page with a script inside text', () => Buffer.from('Здравствуйте\n<script>alert(1)</script>'), 'a.txt', 415, 'FILE_TYPE_NOT_TAKEN'],
  ['nothing at all', () => Buffer.alloc(0), 'photo.jpg', 400, 'FILE_EMPTY'],
  ['a photo that was cut off', async () => (await phonePhoto(2_000, 1_000)).subarray(0, 14_000), 'photo.jpg', 422, 'FILE_BROKEN'],
  ['a PNG that ends in the middle', async () => (await pngWithText()).subarray(0, 700), 'a.png', 422, 'FILE_BROKEN'],
  ['a flood of pixels', pixelFlood, 'big.png', 422, 'PHOTO_TOO_LARGE'],
  ['a Word document with macros', () => docx([{ name: 'word/vbaProject.bin', content: Buffer.from('macro') }]), 'a.docx', 422, 'DOCUMENT_HAS_MACROS'],
  ['one that says that it has macros', () => docx([], { main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'a.docx', 422, 'DOCUMENT_HAS_MACROS'],
  ['one that takes its macros from elsewhere', () => docx([{ name: 'word/_rels/settings.xml.rels', content: Buffer.from('<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>') }]), 'a.docx', 422, 'DOCUMENT_HAS_MACROS'],
  ['a bomb in a document', zipBomb, 'a.docx', 422, 'DOCUMENT_UNFOLDS'],
  ['an encrypted document', () => docx([{ name: 'word/secret.xml', content: Buffer.from('x'), flag: 1 }]), 'a.docx', 422, 'DOCUMENT_IS_LOCKED'],
  ['a document with something behind its end', () => Buffer.concat([docx(), Buffer.from('<html>')]), 'a.docx', 422, 'FILE_BROKEN'],
  ['a document with something in its comment', () => docx([], { comment: '<script>' }), 'a.docx', 422, 'FILE_AMBIGUOUS'],
  ['a PDF that is an archive too', () => Buffer.concat([pdf(), docx(), Buffer.from('\n%%EOF')]), 'a.pdf', 422, 'FILE_AMBIGUOUS'],
  ['a PDF with a script', () => pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'a.pdf', 422, 'DOCUMENT_HAS_MACROS'],
  ['one that hides it', () => pdf('/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>'), 'a.pdf', 422, 'DOCUMENT_HAS_MACROS'],
  ['a PDF that was cut off', () => pdf().subarray(0, 60), 'a.pdf', 422, 'FILE_BROKEN'],
  ['an old Word document', () => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(1_024)]), 'a.doc', 415, 'DOCUMENT_IS_OLD'],
  ["a phone's own format with nothing in it", () => Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)]), 'IMG_1.HEIC', 422, 'FILE_BROKEN'],
  ['one that was cut off', () => heicPhoto().subarray(0, 1_200), 'IMG_1.HEIC', 422, 'FILE_BROKEN'],
  ['an archive', () => archive([{ name: 'a.txt', content: Buffer.from('x') }]), 'a.zip', 415, 'FILE_TYPE_NOT_TAKEN'],
])('%s is refused in words', async (_what, make, name, status, code) => {
  const content = await make();
  const before = await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  const [ru, en] = [await upload(world, content, name), await upload(world, content, name, { 'accept-language': 'en' })];
  expect(ru).toMatchObject({ status, code });
  expect(ru.message).toMatch(/[а-яё]/i);
  expect(en.message).toMatch(/^[^а-яё{}]+$/i);
  expect(await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow()).toEqual(before);
  expect(await readdir(path.join(world.app.parts.config.dataDir, 'uploads'))).toEqual([]);
}, 30_000);

test('a name leads nowhere and hides nothing', async () => {
  const photo = await phonePhoto();
  const names: [string, string][] = [
    ['../../etc/passwd.jpg', 'passwd.jpg'], ['C:\\Users\\Иван\\двор.png', 'двор.jpg'], ['a\u202Egpj.exe', 'agpj.jpg'], ['\u200B\u200B.jpg', 'file.jpg'],
    ['line%0Abreak\u0007.jpg', 'line%0Abreak.jpg'], ['CON.jpg', 'CON_.jpg'], ['...', 'file.jpg'], [`${'ж'.repeat(300)}.jpg`, `${'ж'.repeat(116)}.jpg`], ['', 'file.jpg'],
  ];
  for (const [given, kept] of names) expect((await upload(world, photo, given)).upload?.name ?? 'refused', JSON.stringify(given)).toBe(kept);
});

test('too much is refused before it is read, and while it comes', async () => {
  const { port } = new URL(await world.app.http.listen({ port: 0, host: '127.0.0.1' }));
  expect(await sendRaw(Number(port), 200 * 1024 * 1024)).toMatch(/^HTTP\/1\.1 413[\s\S]*FILE_TOO_LARGE/);
  // Without a length: the stream is cut where the limit is.
  expect(await sendRaw(Number(port), null)).toMatch(/^HTTP\/1\.1 413[\s\S]*FILE_TOO_LARGE/);
  expect(await readdir(path.join(world.app.parts.config.dataDir, 'uploads'))).toEqual([]);
}, 30_000);

test('an upload is attached once, by whoever sent it', async () => {
  const photo = await phonePhoto();
  const key = newKey();
  const [first, again] = [await upload(world, photo, 'a.jpg', { 'idempotency-key': key }), await upload(world, photo, 'a.jpg', { 'idempotency-key': key })];
  expect(again.upload).toEqual(first.upload);
  expect(await upload(world, pdf(), 'a.pdf', { 'idempotency-key': key })).toMatchObject({ status: 409, code: 'UPLOAD_KEY_REUSED' });
  expect(await upload(world, photo, 'a.jpg', { 'idempotency-key': 'short' })).toMatchObject({ status: 400, code: 'UPLOAD_KEY_INVALID' });

  const { id } = first.upload!;
  const input = letter(world.psk, { attachments: [id], clientKey: newKey() });
  const [sent, repeated] = [await tryToSubmit(world.citizen, input), await tryToSubmit(world.citizen, input)];
  expect(repeated).toEqual(sent);
  const unknown = { appeal: null, errors: [{ code: 'UPLOAD_UNKNOWN', field: 'attachments.0' }] };
  expect(await tryToSubmit(world.citizen, letter(world.psk, { attachments: [id] }))).toMatchObject(unknown);

  // Another's upload, by whatever is known of it: its secret without the account, and its id.
  const staffs = await uploaded(world, photo, 'a.jpg', { cookie: moderator.cookie });
  expect(await tryToSubmit(world.citizen, letter(world.psk, { attachments: [staffs] }))).toMatchObject(unknown);
  expect(await tryToSubmit(administrator, letter(world.psk, { attachments: [staffs] }))).toMatchObject(unknown);
  const { key: one, other } = { key: await partnerWithKey(world, administrator), other: await partnerWithKey(world, administrator) };
  const partners = await uploaded(world, photo, 'a.jpg', { authorization: `Bearer ${one.secret}` });
  expect((await other.app.ask('mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { errors { code } } }', { input: letter(world.psk, { attachments: [partners] }) })).data!.submitAppeal.errors).toEqual([{ code: 'UPLOAD_UNKNOWN' }]);
  const rows = await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where('appeal_id', 'is', null).select(['id']).execute();
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(await tryToSubmit(world.citizen, letter(world.psk, { attachments: [row.id] }))).toMatchObject(unknown);

  const many = await Promise.all(Array.from({ length: 11 }, () => uploaded(world, pdf(), 'a.pdf')));
  expect(await tryToSubmit(world.citizen, letter(world.psk, { attachments: many }))).toMatchObject({ errors: [{ code: 'FILES_TOO_MANY', field: 'attachments' }] });
  const trackOnly = await partnerWithKey(world, administrator, ['APPEALS_TRACK']);
  expect(await upload(world, photo, 'a.jpg', { authorization: `Bearer ${trackOnly.secret}` })).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
  expect(await upload(world, photo, 'a.jpg', { cookie: moderator.cookie, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
}, 30_000);

test('a link works for its viewer and its term', async () => {
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, await phonePhoto(), 'a.jpg')] });
  const [forApplicant] = (await tracked(appeal)).attachments;
  const [forModerator] = (await seenBy(moderator, appeal.id)).attachments;
  const ofNvs = await world.staffMember('MODERATOR', [world.nvs.code]);
  expect(await seenBy(ofNvs, appeal.id)).toBeFalsy();
  for (const [url, cookie] of [[forModerator.url, ''], [forModerator.url, ofNvs.cookie], [forModerator.originalUrl, administrator.cookie],
    [forApplicant.url.replace('/file?', '/original?'), ''], [forApplicant.url.replace(/until=\d+/, 'until=99999999999'), ''], [forApplicant.url.replace('sig=', 'sig=x'), ''], [`/files/${forApplicant.id}/file`, moderator.cookie]]) {
    expect(await download(world, url, cookie ? { cookie } : {}), url).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  }
  const before = world.clock.now();
  world.clock.advance(9 * 60_000);
  expect((await download(world, forApplicant.url)).status).toBe(200);
  world.clock.advance(2 * 60_000);
  expect(await download(world, forApplicant.url)).toMatchObject({ status: 410, code: 'LINK_EXPIRED' });
  expect((await download(world, (await tracked(appeal)).attachments[0].url)).status).toBe(200);
  world.clock.set(before);
});

test('an answer and a clarification carry files, and the mail says so', async () => {
  const photo = await phonePhoto();
  const asked = await submits(world.citizen, world.psk);
  await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: asked.id, version: await versionOf(moderator, asked), text: 'Пришлите снимок двора.' });
  const { data: clarified, raw } = await world.citizen.ask('mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { appeal { messages { kind attachments { name url } } } errors { code } } }', {
    input: { number: asked.number, code: asked.code, version: await versionOf(moderator, asked), text: 'Вот он.', attachments: [await uploaded(world, photo, 'двор.jpg')] },
  });
  expect(clarified?.clarifyAppeal.appeal.messages.at(-1), raw).toMatchObject({ kind: 'CLARIFICATION', attachments: [{ name: 'двор.jpg' }] });
  await expectClean((await download(world, clarified.clarifyAppeal.appeal.messages.at(-1).attachments[0].url)).body);

  await registers(moderator, asked, world.psk);
  const { version, questions } = await seenBy(deputy, asked.id);
  const { data } = await move(deputy, 'answerAppeal', 'AnswerAppealInput', {
    id: asked.id, version, text: 'Фонари починили, вот снимок и акт.', questions: questions.map(({ id }: { id: string }) => ({ id, result: 'MEASURES_TAKEN' })),
    attachments: [await uploaded(world, photo, 'починили.jpg', { cookie: deputy.cookie }), await uploaded(world, pdf(), 'акт.pdf', { cookie: deputy.cookie })],
  });
  expect(data!.answerAppeal.errors).toEqual([]);
  const view = await tracked(asked);
  expect(view.attachments).toEqual([]);
  const [photoOut, act] = view.messages.at(-1).attachments;
  expect([photoOut.name, act.name]).toEqual(['починили.jpg', 'акт.pdf']);
  for (const url of [photoOut.url, photoOut.thumbnailUrl]) await expectClean((await download(world, url)).body);
  expect((await download(world, act.url)).body.equals(pdf())).toBe(true);
  const worker = workerOf(world);
  await worker.work();
  const mail = await rowsOf(world.database.orm.em.fork()).selectFrom('mail').where('appeal_id', '=', asked.id).where('kind', '=', 'ANSWERED').selectAll().executeTakeFirstOrThrow();
  const text = world.app.parts.vault.opened('mail.text', mail.text)!;
  expect(text).toContain('К ответу приложены файлы: 2.');
  expect(text).not.toContain('/files/');
});

test('what is not attached goes after a day; what is erased goes with its appeal', async () => {
  const worker = workerOf(world);
  const folderOf = (id: string): string => path.join(world.app.parts.config.dataDir, 'files', id.slice(-2), id);
  const idOf = async (appealId: string | null) => (await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').where('appeal_id', appealId === null ? 'is' : '=', appealId).orderBy('id', 'desc').select('id').executeTakeFirst())?.id;
  await uploaded(world, await phonePhoto(), 'a.jpg');
  const waiting = (await idOf(null))!;
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, await phonePhoto(), 'b.jpg')] });
  const attached = (await idOf(appeal.id))!;
  const forget = async (): Promise<void> => {
    await addJob(world.app.parts.orm.em.fork(), 'forget_uploads', {});
    await worker.work();
  };
  await forget();
  expect((await readdir(folderOf(waiting))).sort()).toEqual(['file', 'original', 'thumbnail']);
  const before = world.clock.now();
  world.clock.advance(25 * 3_600_000);
  await forget();
  expect(await idOf(null)).toBeUndefined();
  expect(await readdir(folderOf(waiting)).catch(() => [])).toEqual([]);
  expect((await readdir(folderOf(attached))).length).toBe(3);
  const [{ url }] = (await tracked(appeal)).attachments;
  expect((await download(world, url)).status).toBe(200);

  await world.citizen.ask('mutation($input: EraseApplicantDataInput!) { eraseApplicantData(input: $input) { underWay errors { code } } }', { input: { number: appeal.number, code: appeal.code, confirm: true } });
  await worker.work();
  expect(await idOf(appeal.id)).toBeUndefined();
  expect(await readdir(folderOf(attached)).catch(() => [])).toEqual([]);
  expect((await download(world, url)).status).toBe(404);
  world.clock.set(before);
});

/** Writes a request by hand and goes on sending until an answer comes. */
async function sendRaw(port: number, length: number | null): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let [answer, isOver] = ['', false];
    const part = Buffer.alloc(64 * 1024, 'a');
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      isOver = true;
      setTimeout(() => socket.destroy(), 50);
    }).on('close', () => resolve(answer)).on('error', () => undefined);
    socket.write(`POST /files HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nidempotency-key: ${newKey()}\r\ncontent-type: multipart/form-data; boundary=x\r\n${length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`}\r\n\r\n`);
    const frame = (bytes: Buffer): Buffer => (length === null ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]) : bytes);
    socket.write(frame(Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')));
    const go = (): void => {
      if (isOver || socket.destroyed) return;
      if (socket.write(frame(part))) setImmediate(go);
      else socket.once('drain', go);
    };
    go();
  });
}
