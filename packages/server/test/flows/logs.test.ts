import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { runPendingJobs } from '../../src/jobs/run-once.js';
import type { JobName } from '../../src/shared/jobs.js';
import { answers, move, registers, submits, tryToSubmit, versionOf, letter } from '../support/steps.js';
import { newKeyOf, partnerWithKey, withKey } from '../support/partners.js';
import { PASSWORD, startWorld, type Person, type World } from '../support/world.js';
import { mailServer, workerOf } from './notifications.fixture.js';

/** Everything that both processes wrote. */
let log = '';
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    log += chunk.toString();
    done();
  },
});

// Words that stand nowhere else: whatever of them is found in the log came from this person.
const APPLICANT = { name: 'Аполлинария Зюзюкина', email: 'zyuzyukina@secretpost.example', phone: '+7 977 765-43-21' };
const SUBJECT = 'Провалился тротуар у дома Зябликовых';
const TEXT = 'В яму у подъезда упала бабушка Евдокия, инвалид второй группы.';
const CLARIFICATION = 'Улица Ежевичная, квартира семнадцать';
const ANSWER = 'Уважаемая Аполлинария, яму засыпали, Евдокию навестили.';
const COMMENT = 'Благодарю, Зюзюкина';
const WEBHOOK_TOKEN = 'tokenofthepartnersown';
const WRONG_CODE = 'WRXNGC9DE5';

let world: World;
let moderator: Person;
let administrator: Person;
let deputy: Person;
let smtp: Awaited<ReturnType<typeof mailServer>>;
const secrets = new Map<string, string>();
const hush = (what: string, value: string): void => void secrets.set(what, value);

beforeAll(async () => {
  smtp = await mailServer();
  world = await startWorld('logs', undefined, { log: { level: 'trace', stream: sink } });
  [moderator, administrator, deputy] = [await world.staffMember('MODERATOR', [world.psk.code]), await world.staffMember('ADMINISTRATOR'),
    await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id)];
}, 120_000);
afterAll(async () => {
  await smtp.stop();
  await world.stop();
});

const work = async (url: string, hurried: readonly JobName[] = []): Promise<void> => {
  const { parts, close } = workerOf(world, url);
  const logger = pino({ level: 'trace' }, sink);
  await runPendingJobs({ ...parts, log: logger }, hurried);
  close();
};

/** The whole way of a letter through a partner's app: keys, right and wrong, and a webhook whose server repeats what it was sent. */
async function partnersWay(): Promise<void> {
  const partner = await partnerWithKey(world, administrator);
  const gone = await newKeyOf(administrator, partner.id, ['APPEALS_TRACK']);
  const wrong = `vdk_${'W'.repeat(43)}`;
  // A key's first characters are on record, so that people can tell which one it was.
  for (const [what, secret] of Object.entries({ 'the key': partner.secret, 'the revoked key': gone.secret, 'a wrong key': wrong })) hush(what, secret.slice(10));
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(500).end(`${JSON.stringify(request.headers)} ${TEXT}`));
  });
  await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
  const { data } = await administrator.ask('mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { secret errors { code } } }', {
    input: { partnerId: partner.id, url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?token=${WEBHOOK_TOKEN}`, events: ['APPEAL_REGISTERED'] },
  });
  hush('the secret of the webhook', data.createWebhook.secret.slice('whsec_'.length));
  await administrator.ask('mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { errors { code } } }', { input: { partnerId: partner.id, url: `ftp://x/?token=${WEBHOOK_TOKEN}`, events: ['APPEAL_REGISTERED'] } });

  const appeal = await submits(partner.app, world.psk, { applicant: APPLICANT, subject: SUBJECT, text: TEXT, clientKey: 'client-key-of-zyuzyukina' });
  hush('the code of the partner', appeal.code);
  await partner.app.ask('query($n: String!, $c: String!) { trackAppeal(number: $n, code: $c) { text } }', { n: appeal.number, c: appeal.code });
  await administrator.ask('mutation($id: ID!) { revokePartnerKey(id: $id) { errors { code } } }', { id: gone.keyId });
  for (const secret of [gone.secret, wrong]) await withKey(world, secret).ask('{ viewerPartner { name } }');
  await partner.app.ask('{ appeals { totalCount } }');
  await registers(moderator, appeal, world.psk);
  await work(smtp.url, ['partner_news']);
  await work(smtp.url, ['deliver_webhook']);
  await new Promise((resolve) => receiver.close(resolve));
  await work(smtp.url, ['deliver_webhook']);
  for (const line of ['a key was refused', '"reason":"CLOSED_TO_KEYS"', '"statusCode":500', '"error":"CONNECTION"']) expect(log).toContain(line);
}

test('neither process logs a name, an address, a text, a code, a link or a password, whatever happens', async () => {
  for (const [who, person] of Object.entries({ moderator, administrator, deputy })) {
    hush(`the cookie of the ${who}`, /=([^;]{20,})/.exec(person.cookie)![1]!);
    hush(`the address of the ${who}`, ((await person.ask('{ me { email } }')).data.me as { email: string }).email);
  }
  hush('the password', PASSWORD);

  // The whole way of a letter, with mails by SMTP.
  const appeal = await submits(world.citizen, world.psk, { applicant: APPLICANT, subject: SUBJECT, text: TEXT, clientKey: 'client-key-of-zyuzyukina' });
  hush('the code', appeal.code);
  await work(smtp.url);
  await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: await versionOf(moderator, appeal), text: 'Аполлинария, где это?' });
  await world.citizen.ask('mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, version: await versionOf(moderator, appeal), text: CLARIFICATION } });
  await registers(moderator, appeal, world.psk);
  await moderator.ask('mutation($id: ID!) { openContacts(appealId: $id) { contacts { name email phone } } }', { id: appeal.id });
  await deputy.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: appeal.id, text: ANSWER, questions: [] } });
  await answers(deputy, appeal, ANSWER);
  await work(smtp.url, ['appeal_news', 'send_mail']);
  const link = /feedback\/([A-Za-z0-9_-]{20,})/.exec(smtp.received.map(({ raw }) => raw.replaceAll('=\r\n', '')).join('\n'));
  expect(link, 'a mail with a link to mark the answer').not.toBeNull();
  hush('the token of the link', link![1]!);
  await world.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { continuation errors { code } } }', { input: { token: link![1], quality: 5, comment: COMMENT } });
  await administrator.ask('query($c: String!) { applicantByContact(contact: $c) { total } }', { c: APPLICANT.email });
  await administrator.ask('query($s: String!) { outbox(filter: { search: $s }) { totalCount edges { node { text } } } }', { s: APPLICANT.email });
  await moderator.ask('query($s: String!) { appeals(filter: { search: $s }) { totalCount } }', { s: 'Евдокия' });
  await world.citizen.ask('query($n: String!, $c: String!) { applicantData(number: $n, code: $c) { json } }', { n: appeal.number, c: appeal.code });

  // Wrong inputs, wrong passwords, a mail server that repeats what it refuses.
  await tryToSubmit(world.citizen, letter(world.psk, { applicant: { ...APPLICANT, email: 'zyuzyukina@@secretpost' }, subject: SUBJECT, text: TEXT }));
  await world.citizen.ask('query($n: String!, $c: String!) { trackAppeal(number: $n, code: $c) { text } }', { n: appeal.number, c: WRONG_CODE });
  hush('a wrong code', WRONG_CODE);
  await world.citizen.ask(`{ trackAppeal(number: "${APPLICANT.name}", code: "${WRONG_CODE}") { nothing } }`);
  await world.citizen.ask(`{ broken("${APPLICANT.email}"`);
  await world.app.http.inject({ method: 'GET', url: `/track/${appeal.number}?code=${appeal.code}` });
  await world.app.http.inject({ method: 'POST', url: '/graphql', payload: `{"query": "${TEXT}`, headers: { 'content-type': 'application/json' } });
  for (const password of ['wrong-password-of-zyuzyukina', '']) {
    hush(`the wrong password ${password}`, password || 'wrong-password-of-zyuzyukina');
    await world.app.http.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: APPLICANT.email, password }, headers: { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' } });
  }
  const refusing = await mailServer({ recipient: { code: 550, text: `<${APPLICANT.email}> unknown here, ${APPLICANT.email}` } });
  await submits(world.citizen, world.psk, { applicant: APPLICANT, subject: SUBJECT, text: TEXT });
  await work(refusing.url);
  await refusing.stop();

  await partnersWay();

  // A database that breaks in the middle: the statement holds the values.
  const db = rowsOf(world.database.orm.em.fork());
  await sql`alter table appeal add constraint broken check (channel <> 'PORTAL') not valid`.execute(db);
  await sql`alter table message rename column text to text_gone`.execute(db);
  const failed = await world.citizen.ask('mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { code } }', { input: letter(world.psk, { applicant: APPLICANT, subject: SUBJECT, text: TEXT }) });
  expect(failed.errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  const unread = await moderator.ask('query($id: ID!) { appeal(id: $id) { applicantName messages { text } } }', { id: appeal.id });
  expect(unread.errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  await sql`alter table message rename column text_gone to text`.execute(db);
  await sql`alter table appeal drop constraint broken`.execute(db);
  // And one whose values do not open.
  await sql`update applicant set name = 'v1.gone.' || repeat('A', 60)`.execute(db);
  expect((await moderator.ask('{ appeals { edges { node { applicantName } } } }')).errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  await work(smtp.url, ['appeal_news']);

  await administrator.ask('mutation($input: EraseApplicantInput!) { eraseApplicant(input: $input) { erased errors { code } } }', { input: { contact: APPLICANT.email, reason: `Просьба ${APPLICANT.name}` } });
  await work(smtp.url);

  // The log was written, and tells what failed.
  expect(log).toContain('request failed');
  expect(log).toContain('job done');
  expect(log.split('\n').length).toBeGreaterThan(20);
  for (const [what, value] of Object.entries({
    'the name': 'Зюзюкин', 'the first name': 'Аполлинари', 'the address': 'zyuzyukina@', 'the domain': 'secretpost', 'the phone': '765-43-21', 'the digits of the phone': '9777654321',
    'the subject': 'Зябликов', 'the letter': 'Евдоки', 'the clarification': 'Ежевичн', 'the client key': 'client-key-of-zyuzyukina', 'the comment': COMMENT, 'the token of the webhook': WEBHOOK_TOKEN,
  })) hush(what, value);
  const told = [...secrets].filter(([, value]) => log.includes(value)).map(([what, value]) => `${what}: ${log.split('\n').find((line) => line.includes(value))!.slice(0, 400)}`);
  expect(told).toEqual([]);
}, 240_000);
