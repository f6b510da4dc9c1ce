// Starts the built product as `npm start` does, on a free port and new data, asks it a little, and stops it.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, SERVER } from '../lib/places.mjs';

/** A first start loads the demonstration data; on a busy machine that takes its time. */
const READY_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 20_000;

/** Resolves to `{ passed, failed, output }`. */
export async function smoke({ node, env }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'voter-deputy-smoke-'));
  // Under root the database runs as another user, who may pass here.
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const service = start(node, { ...env, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1', DEMO: '1', PUBLIC_URL: '' });
  const results = [];
  const check = async (name, work) => {
    const failure = await work().then(() => null, (error) => error);
    results.push(`${failure ? '✗' : '✓'} ${name}${failure ? `: ${failure.message}` : ''}`);
    return !failure;
  };
  try {
    if (await check('the built server becomes ready', () => ready(service, port))) {
      const address = `http://127.0.0.1:${port}`;
      await check('GET /healthz answers', () => answers(`${address}/healthz`, /./));
      await check('GET / is the portal', () => answers(`${address}/`, /<html[^]* src="\/assets\//i));
      await check('GET /admin/ is the console', () => answers(`${address}/admin/`, /<html[^]* src="\/admin\/assets\//i));
      await check('GraphQL tells the figures of the roll-out', () => figures(`${address}/graphql`));
      await check('a second start on the same port is refused with one sentence', () => refused(node, { ...env, PORT: String(port), DATA_DIR: dataDir }));
    }
  } finally {
    const family = descendants(service.child.pid);
    await check('SIGTERM ends it with code 0', () => stopped(service));
    await check('nothing of it is left running', () => allGone(family));
    rmSync(dataDir, { recursive: true, force: true });
  }
  const failed = results.filter((line) => line.startsWith('✗')).length;
  return { passed: results.length - failed, failed, output: `${results.join('\n')}\n${service.output()}` };
}

/** With DATABASE_URL set, an empty database on that server; otherwise start.js brings its own. */
function start(node, env) {
  const programs = path.join(SERVER, 'dist');
  const wrapped = env.DATABASE_URL ? [path.join(programs, 'db/embedded/run-on-empty-database.js'), node] : [];
  const child = spawn(node, [...wrapped, path.join(programs, 'start.js')], {
    cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32',
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  return { child, ended, output: () => Buffer.concat(chunks).toString('utf8') };
}

async function ready(service, port) {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    if (service.child.exitCode !== null) throw new Error(`it ended with code ${service.child.exitCode}`);
    const ok = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) }).then((response) => response.ok, () => false);
    if (ok) return;
    await sleep(200);
  }
  throw new Error(`not ready after ${READY_WITHIN_MS / 1000} s`);
}

async function answers(address, pattern) {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  if (!response.ok || !pattern.test(text)) throw new Error(`${response.status}: ${text.slice(0, 200)}`);
}

async function figures(address) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ regions { __typename } rollout { plannedDeputies connectedDeputies } }' }),
    signal: AbortSignal.timeout(10_000),
  });
  const { data, errors } = await response.json();
  const { plannedDeputies, connectedDeputies } = data?.rollout ?? {};
  if (errors || plannedDeputies !== 460 || connectedDeputies !== 2715 || data.regions.length < 83) {
    throw new Error(JSON.stringify(errors ?? data).slice(0, 300));
  }
}

async function refused(node, env) {
  const second = start(node, { ...env, DATABASE_URL: '' });
  const code = await second.ended;
  if (code !== 1 || !second.output().includes(env.PORT) || second.output().includes('    at ')) throw new Error(`code ${code}: ${second.output()}`);
}

async function stopped(service) {
  service.child.kill('SIGTERM');
  const code = await Promise.race([service.ended, sleep(STOPPED_WITHIN_MS, 'it did not end', { ref: false })]);
  if (code === 0) return;
  for (const pid of descendants(service.child.pid)) kill(pid);
  kill(service.child.pid);
  throw new Error(`code ${code}`);
}

async function allGone(family) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (!family.some(lives)) return;
    await sleep(100);
  }
  const left = family.filter(lives);
  left.forEach(kill);
  throw new Error(`still running: ${left.join(', ')}`);
}

/** Numbers of all processes below one; where there is no /proc, of none. */
function descendants(pid) {
  let rows;
  try {
    rows = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  } catch {
    return [];
  }
  const below = (parent) => rows.filter((row) => row.parent === parent).flatMap((row) => [row.pid, ...below(row.pid)]);
  return below(pid);
}

function parentOf(pid) {
  try {
    return Number(/^.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

function lives(pid) {
  try {
    return !/^.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone meanwhile.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
