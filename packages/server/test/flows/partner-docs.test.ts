import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.js';
import { loadPartners } from '../../src/demo/partners.js';
import { LIMITS } from '../../src/graphql/limits/limits.js';
import { DEMO_KEY, DEMO_WEBHOOK_SECRET, LOG_DAYS, RETRY_AFTER_MS, scopeOnPaper, SCOPES_OF, typeOf, WEBHOOK_EVENTS } from '../../src/partners/index.js';
import { PARTNER_SCOPES } from '../../src/shared/actor.js';
import { FAILURE_CODES } from '../../src/shared/failures.js';
import { MESSAGE_CODES } from '../../src/shared/messages.js';
import { withKey } from '../support/partners.js';
import { registers, submits } from '../support/steps.js';
import { PASSWORD, startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

const SERVER = path.join(PROJECT_ROOT, 'packages/server');
const read = (file: string): string => readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
const PAGE = read('docs/partners.md');

interface Block {
  language: string;
  text: string;
}
const blocks: Block[] = [...PAGE.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }));
const section = (title: string): string => PAGE.slice(PAGE.indexOf(`\n## ${title}`), PAGE.indexOf('\n## ', PAGE.indexOf(`\n## ${title}`) + 4));
/** Cells of the tables in a part of the page, without their heads. */
const rowsOf = (part: string): string[][] => [...part.matchAll(/^\|[-|]+\|\n((?:\|.*\n)+)/gm)].flatMap(([, body = '']) => body.trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())));
const words = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

let world: World;
let api: string;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('partner_docs');
  await world.accounts.createAccount({ email: 'admin@demo.test', password: PASSWORD, name: 'Администратор', role: 'ADMINISTRATOR', regions: [], deputyId: null });
  await loadPartners(world.database.orm, world.app.parts.config, world.app.parts.vault, world.clock.now());
  moderator = await world.staffMember('MODERATOR', ['RU-NVS']);
  api = `${await world.app.http.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}, 60_000);
afterAll(() => world.stop());

const hasShell = spawnSync('bash', ['-c', 'curl --version']).status === 0;

test.skipIf(!hasShell)('every command of the page runs one after another, and answers as the page shows', async () => {
  const commands = blocks.flatMap((block, at) => (block.language === 'sh' ? [{ text: block.text, shown: blocks[at + 1]?.language === 'json' ? blocks[at + 1]!.text : null }] : []));
  expect(commands.length).toBeGreaterThan(6);
  const script = commands.map(({ text }, at) => `printf '\\n::%s\\n' ${at}\n${text}`).join('\n').replaceAll('http://127.0.0.1:4000/graphql', api);
  const { stdout, stderr, code } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', script])
    .then((done) => ({ ...done, code: 0 }), (error: { stdout: string; stderr: string; code: number }) => error);
  expect([code, stderr], stdout).toEqual([0, '']);
  const said = stdout.split(/^::\d+$/m).slice(1);
  expect(said).toHaveLength(commands.length);
  for (const [at, { shown }] of commands.entries()) {
    const answers = said[at]!.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { errors?: unknown });
    expect(answers.map(({ errors }) => errors), said[at]).toEqual(answers.map(() => undefined));
    if (shown !== null) expect(shapeOf(answers[0], JSON.parse(shown)), said[at]).toEqual(shapeOf(JSON.parse(shown), JSON.parse(shown)));
  }
}, 30_000);

/** Source files that answer the root fields open to keys, or stand before and below those. */
const SERVES_KEYS = /^((graphql|partners|deputies|regions|rollout)\/.+|shared\/(?!messages).+|app|appeals\/(submission\.service|tracking\.service|submitted\.\w+|desk|appeal\.entity))(?<!\.test)\.ts$/;

/** Names and kinds of what is in a value; `{}` in the pattern is anything. */
function shapeOf(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0], Array.isArray(pattern) ? pattern[0] : null)];
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  const known = (typeof pattern === 'object' ? pattern ?? {} : {}) as Record<string, unknown>;
  if (Object.keys(known).length === 0) return {};
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, shapeOf(inner, known[key])]));
}

const codeWith = (part: string): string => blocks.find(({ language, text }) => language === 'ts' && text.includes(part))!.text;
const typescript = (code: string) => [process.execPath, ['--input-type=module-typescript', '--eval', code], { cwd: SERVER }] as const;

test('code that the page takes from the example is the example’s', () => {
  const taken = blocks.filter(({ language, text }) => language === 'ts' && text.startsWith('// examples/'));
  expect(taken).toHaveLength(2);
  for (const { text } of taken) {
    const [, file = ''] = /^\/\/ (\S+)\n/.exec(text)!;
    expect(read(file)).toContain(text.split('\n').slice(1).filter((line) => !line.startsWith('import ')).join('\n').trim());
  }
});

test('the signature check takes a real message, and nothing that was made up, changed or recorded', async () => {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => { got.push({ headers: request.headers, body }); response.writeHead(204).end(); });
  });
  await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
  const administrator = await world.signIn('admin@demo.test');
  const { data } = await administrator.ask('{ partners(search: "Мой двор") { edges { node { webhooks { id } } } } }');
  const [{ id }] = data.partners.edges[0].node.webhooks;
  await administrator.ask('mutation($input: ChangeWebhookInput!) { changeWebhook(input: $input) { errors { code } } }', { input: { id, url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook` } });
  await registers(moderator, await submits(withKey(world, DEMO_KEY), world.nvs), world.nvs);
  await workerOf(world).work();
  await new Promise((resolve) => receiver.close(resolve));
  expect(got).toHaveLength(1);

  const [{ headers, body }] = got as [(typeof got)[0]];
  const at = world.clock.now().getTime();
  const cases = [
    [DEMO_WEBHOOK_SECRET, headers, body, at], [DEMO_WEBHOOK_SECRET, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, body, at + 240_000],
    [DEMO_WEBHOOK_SECRET, headers, body, at + 301_000], [DEMO_WEBHOOK_SECRET, headers, body, at - 301_000], [DEMO_WEBHOOK_SECRET, headers, `${body} `, at], ['whsec_AAAA', headers, body, at],
    [DEMO_WEBHOOK_SECRET, { ...headers, 'webhook-id': 'another' }, body, at], [DEMO_WEBHOOK_SECRET, { ...headers, 'webhook-timestamp': 'soon' }, body, at], [DEMO_WEBHOOK_SECRET, {}, body, at],
  ];
  const { stdout } = await promisify(execFile)(...typescript(`${codeWith('isGenuine(')}\nconsole.log(JSON.stringify(${JSON.stringify(cases)}.map((one) => isGenuine(...(one as Parameters<typeof isGenuine>)))));`));
  expect(JSON.parse(stdout)).toEqual([true, true, ...cases.slice(2).map(() => false)]);
}, 30_000);

test('the subscription of the page hears of a change', async () => {
  const [program, args, options] = typescript(`${codeWith('watch(')}\nwatch(${JSON.stringify(api)}, ${JSON.stringify(DEMO_KEY)}, (appeal) => { console.log(JSON.stringify(appeal)); process.exit(0); });`);
  const child = spawn(program, args, options);
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { heard += text.toString(); });
  const numbers: string[] = [];
  const partner = withKey(world, DEMO_KEY);
  for (let i = 0; i < 40 && child.exitCode === null; i += 1) {
    const appeal = await submits(partner, world.nvs);
    numbers.push(appeal.number);
    await registers(moderator, appeal, world.nvs);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  child.kill();
  const { number, status } = JSON.parse(heard) as { number: string; status: string };
  expect(numbers).toContain(number);
  expect(['SUBMITTED', 'REGISTERED']).toContain(status);
}, 60_000);

describe('the tables of the page are those of the code', () => {
  test('scopes and the fields that they open', () => {
    const rows = rowsOf(section('Ключи'));
    const opened = (scope: string): string[] => rows.filter(([name = '']) => words(name).includes(scope)).flatMap(([, fields = '']) => words(fields).filter((word) => /^(Query|Mutation|Subscription)\./.test(word)));
    for (const scope of PARTNER_SCOPES) {
      const first = Object.entries(SCOPES_OF).filter(([, needed]) => needed[0] === scope).map(([field]) => field);
      expect(opened(scopeOnPaper(scope)).sort(), scope).toEqual(first.sort());
    }
    expect(words(rows[0]![1]!)).toEqual(Object.keys(SCOPES_OF).filter((field) => SCOPES_OF[field]!.length === 0 && !field.includes('__')));
  });

  test('events, pauses and failures of webhooks', () => {
    const first = rowsOf(section('Вебхуки')).map(([cell = '']) => words(cell)[0]);
    const causes = read('packages/server/src/partners/webhook-post.ts').split('\n').find((line) => line.startsWith("  error: '"))!;
    expect(first.sort()).toEqual([...WEBHOOK_EVENTS.map(typeOf), ...[...causes.matchAll(/'(\w+)'/g)].map(([, cause]) => cause!), 'WEBHOOK_OFF'].sort());
    const told = RETRY_AFTER_MS.map((ms) => (ms < 60_000 ? `${ms / 1000} с` : ms < 3_600_000 ? `${ms / 60_000} мин` : `${ms / 3_600_000} ч`)).join(', ');
    expect(section('Вебхуки')).toContain(`пауза растёт: ${told} — всего ${RETRY_AFTER_MS.length + 1} попыток`);
    expect(section('Вебхуки')).toContain(`каждое сообщение ${LOG_DAYS} дней`);
  });

  test('limits of a document', () => {
    const told = new Map(rowsOf(section('Пределы')).flatMap(([name = '', limit]) => words(name).map((word) => [word, Number(limit)] as const)));
    const { introspectionLists: _lists, errors: _errors, ...limits } = LIMITS;
    for (const [name, limit] of Object.entries(limits)) expect(told.get(name), name).toBe(limit);
  });

  test('codes of errors: every one that a key can meet is explained, and none that does not exist', () => {
    const told = rowsOf(section('Ошибки')).flatMap(([cell = '']) => words(cell));
    expect(told.filter((code, at) => told.indexOf(code) !== at)).toEqual([]);
    const sources = readdirSync(path.join(SERVER, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => SERVES_KEYS.test(file)).map((file) => read(`packages/server/src/${file}`)).join('\n');
    const literals = new Set([...sources.matchAll(/['`]([A-Z][A-Z_]{3,})['`]/g)].map(([, code]) => code!));
    const ofGraphql = [...literals].filter((code) => /^GRAPHQL_\w+_FAILED$|^OPERATION_RESOLUTION_FAILURE$|^PERSISTED_QUERY_NOT_FOUND$/.test(code));
    expect(ofGraphql).toHaveLength(4);
    const own = MESSAGE_CODES.filter((code) => literals.has(code) || /^(KEY|SCOPE|WEBHOOKS?|QUERY|TOO_MANY)_/.test(code));
    const needed = new Set([...FAILURE_CODES, ...ofGraphql, ...own]);
    expect([...needed].filter((code) => !told.includes(code))).toEqual([]);
    expect(told.filter((code) => !MESSAGE_CODES.includes(code) && !ofGraphql.includes(code))).toEqual([]);
  });
});

test('every link of the page leads to a file', () => {
  const links = [...PAGE.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(path.join(PROJECT_ROOT, 'docs', link)))).toEqual([]);
});

test('whatever the schema calls deprecated says what comes instead, and until which day it stays', () => {
  const reasons = [...read('schema.graphql').matchAll(/@deprecated(?:\(reason: "([^"]*)"\))?/g)].map(([, reason = '']) => reason);
  expect(reasons.filter((reason) => !/\d{4}-\d{2}-\d{2}/.test(reason))).toEqual([]);
});
