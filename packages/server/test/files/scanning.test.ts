import { readdir } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Scanner, ScannerError } from '../../src/files/scanner.js';
import { rowsOf } from '../../src/db/orm.js';
import { workerOf } from '../flows/notifications.fixture.js';
import { answers, registers, submits } from '../support/steps.js';
import { startWorld, type World } from '../support/world.js';
import { clamd, EICAR } from './clamd.js';
import { pdf, phonePhoto } from './samples.js';
import { download, upload, uploaded } from './uploads.js';

let scanner: Awaited<ReturnType<typeof clamd>>;
let world: World;

beforeAll(async () => {
  scanner = await clamd();
  world = await startWorld('scanning', undefined, { env: { CLAMD_URL: scanner.url } });
}, 60_000);
afterAll(async () => {
  await world.stop();
  await scanner.stop();
});

const infected = (): Buffer => Buffer.from(`%PDF-1.7\n% ${EICAR}\n%%EOF\n`);
const parts = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) yield await Promise.resolve(bytes.subarray(at, at + 64 * 1024));
};

test('the protocol is spoken to the byte, however large the file', async () => {
  const one = new Scanner({ host: '127.0.0.1', port: scanner.port });
  const large = Buffer.alloc(3 * 1024 * 1024 + 17, 'a');
  expect(await one.scan(Readable.from(parts(large)))).toBe('CLEAN');
  expect(scanner.seen.at(-1)).toEqual({ bytes: large.length, parts: 49 });
  expect(await one.scan(Readable.from(parts(Buffer.concat([large, Buffer.from(EICAR)]))))).toBe('INFECTED');
  expect(await one.scan(Readable.from([]))).toBe('CLEAN');
});

test('no verdict is no verdict: a limit, another protocol, a closed door', async () => {
  const small = await clamd({ limit: 1_000 });
  await expect(new Scanner({ host: '127.0.0.1', port: small.port }).scan(Readable.from(parts(Buffer.alloc(2_000_000))))).rejects.toThrow(ScannerError);
  await small.stop();
  const other = net.createServer((socket) => void socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as net.AddressInfo;
  await expect(new Scanner({ host: '127.0.0.1', port }).scan(Readable.from(parts(Buffer.from('a'))))).rejects.toThrow(ScannerError);
  await new Promise<void>((resolve) => void other.close(() => resolve()));
  await expect(new Scanner({ host: '127.0.0.1', port }).scan(Readable.from(parts(Buffer.from('a'))))).rejects.toThrow(ScannerError);
});

test('an infected file is refused, and nothing of it is kept', async () => {
  expect(await upload(world, infected(), 'акт.pdf')).toMatchObject({ status: 422, code: 'FILE_INFECTED' });
  expect(await rowsOf(world.database.orm.em.fork()).selectFrom('attachment').select('id').execute()).toEqual([]);
  const appeal = await submits(world.citizen, world.psk, { attachments: [await uploaded(world, await phonePhoto(), 'двор.jpg')] });
  expect((await attachmentsOf(appeal))[0]).toMatchObject({ status: 'READY' });
});

test('while the scanner is away a file is held back; then it is given out, or taken away', async () => {
  await scanner.stop();
  const sent = [await upload(world, pdf(), 'справка.pdf'), await upload(world, infected(), 'акт.pdf')];
  expect(sent.map((reply) => reply.upload?.status)).toEqual(['SCANNING', 'SCANNING']);
  const appeal = await submits(world.citizen, world.psk, { attachments: sent.map((reply) => reply.upload!.id) });
  const [clean, bad] = await attachmentsOf(appeal);
  expect([clean, bad]).toMatchObject([{ status: 'SCANNING', url: null }, { status: 'SCANNING', url: null }]);
  const link = (id: string): string => world.app.parts.fileLinks.to({ attachmentId: id, variant: 'file', audience: { applicantOf: appeal.id } });
  expect(await download(world, link(clean.id))).toMatchObject({ status: 409, code: 'FILE_NOT_READY' });

  const worker = workerOf(world);
  await worker.work();
  expect(await attachmentsOf(appeal)).toMatchObject([{ status: 'SCANNING' }, { status: 'SCANNING' }]);
  scanner = await clamdAt(scanner.port);
  await worker.work(['scan_file']);
  const [ready, gone] = await attachmentsOf(appeal);
  expect([ready, gone]).toMatchObject([{ status: 'READY' }, { status: 'INFECTED', url: null }]);
  expect((await download(world, ready.url)).body.equals(pdf())).toBe(true);
  expect(await download(world, link(bad.id))).toMatchObject({ status: 410, code: 'FILE_REMOVED' });
  expect(await readdir(path.join(world.app.parts.config.dataDir, 'files', bad.id.slice(-2), bad.id)).catch(() => [])).toEqual([]);
});

test('a file of a draft that turns out infected is shown as refused, and does not go with the answer', async () => {
  const [moderator, deputy] = [await world.staffMember('MODERATOR', [world.psk.code]), await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id)];
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  await scanner.stop();
  const secrets = [await uploaded(world, pdf(), 'справка.pdf', { cookie: deputy.cookie }), await uploaded(world, infected(), 'акт.pdf', { cookie: deputy.cookie })];
  const { data } = await deputy.ask('mutation($input: AttachToAnswerDraftInput!) { attachToAnswerDraft(input: $input) { draft { attachments { id status url } } } }', { input: { appealId: appeal.id, attachments: secrets } });
  expect(data.attachToAnswerDraft.draft.attachments).toMatchObject([{ status: 'SCANNING', url: null }, { status: 'SCANNING', url: null }]);
  scanner = await clamdAt(scanner.port);
  await workerOf(world).work(['scan_file']);
  const draft = (await deputy.ask('query($id: ID!) { appeal(id: $id) { draft { attachments { id status url } } } }', { id: appeal.id })).data.appeal.draft.attachments;
  expect(draft).toMatchObject([{ status: 'READY' }, { status: 'INFECTED', url: null }]);
  await answers(deputy, appeal, undefined, { draftAttachments: [draft[0].id] });
  const { messages } = (await world.citizen.ask('query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { messages { attachments { name status } } } }', { number: appeal.number, code: appeal.code })).data!.trackAppeal;
  expect(messages.at(-1).attachments).toEqual([{ name: 'справка.pdf', status: 'READY' }]);
});

const attachmentsOf = async ({ number, code }: { number: string; code: string }) =>
  (await world.citizen.ask('query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { attachments { id status url } } }', { number, code })).data!.trackAppeal.attachments;

/** The same scanner, back on its port. */
const clamdAt = (port: number) => clamd({ port });
