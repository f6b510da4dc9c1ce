import autocannon from 'autocannon';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { PAGE, REGION } from './facts.ts';
import { PEERS, type Peer } from './peers.ts';
import { dataDir, deployed, dist, embedded, ROOT, signedIn, started, stopped } from './product.ts';
import { wallsCost, type WallsLine } from './walls.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const SECONDS = Number(process.env['SECONDS'] ?? 8);
const WARM_UP_SECONDS = 3;
const CONNECTIONS = [1, 16];
/** Behind this mark stands what was measured by other means: it is left as it is. */
const BY_HAND = '<!-- by other means -->';

try {
  const databaseUrl = process.env['DATABASE_URL'] ?? await embedded();
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  await deployed(env);
  const bases = await Promise.all([
    started('src/bare.ts', import.meta.dirname, env, '/queue'), started('src/postgraphile.ts', import.meta.dirname, env, '/graphql'), started(dist('main.js'), ROOT, env, '/readyz'),
  ]);
  const cookie = await signedIn(bases[2]!);
  const contestants = PEERS.map((peer, i) => ({ peer, url: bases[i]! + peer.path, headers: { 'content-type': 'application/json', 'accept-language': 'ru', cookie } }));
  await sameFacts(contestants);
  const lines = [];
  for (const connections of CONNECTIONS) lines.push(...await measured(contestants, connections));
  report(lines, await wallsCost(databaseUrl), await sizeOf(databaseUrl));
} finally {
  await stopped();
}

interface Contestant { peer: Peer; url: string; headers: Record<string, string> }
interface Line { name: string; connections: number; median: number; p99: number; rps: number; ratio: number }

/** A race between different answers says nothing: all must tell the same facts of the same fifty appeals. */
async function sameFacts(contestants: Contestant[]): Promise<void> {
  const facts = await Promise.all(contestants.map(async ({ peer, url, headers }) => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(peer.body) });
    const text = await response.text();
    try {
      return peer.facts(JSON.parse(text));
    } catch {
      throw new Error(`${peer.name}: ${text.slice(0, 500)}`);
    }
  }));
  if (facts[0]!.length !== PAGE) throw new Error(`only ${facts[0]!.length} appeals in ${REGION}`);
  facts.forEach((of, i) => {
    if (!isDeepStrictEqual(of, facts[0])) throw new Error(`${contestants[i]!.peer.name} tells other facts than ${contestants[0]!.peer.name}`);
  });
}

/** In turns, so that a noisy minute hits all alike; the median of the rounds counts. */
async function measured(contestants: Contestant[], connections: number): Promise<Line[]> {
  const rounds = new Map<string, { median: number; p99: number; rps: number }[]>(contestants.map(({ peer }) => [peer.name, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { peer, url, headers } of contestants) {
      const result = await autocannon({ url, method: 'POST', headers, body: JSON.stringify(peer.body), connections, duration: round < 0 ? WARM_UP_SECONDS : SECONDS });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${peer.name}: ${result.non2xx} refusals, ${result.errors} errors`);
      if (round >= 0) rounds.get(peer.name)!.push({ median: result.latency.p50, p99: result.latency.p99, rps: result.requests.average });
    }
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const lines = contestants.map(({ peer: { name } }) => {
    const all = rounds.get(name)!;
    return { name, connections, median: middle(all.map((r) => r.median)), p99: middle(all.map((r) => r.p99)), rps: middle(all.map((r) => r.rps)), ratio: 0 };
  });
  const peer = lines.find(({ name }) => name === 'PostGraphile 5')!;
  return lines.map((line) => ({ ...line, ratio: line.rps / peer.rps }));
}

async function sizeOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as appeals, current_setting(\'server_version\') as version from appeal');
  await client.end();
  return `${rows[0].appeals} appeals, PostgreSQL ${rows[0].version}`;
}


function report(lines: Line[], walls: WallsLine[], size: string): void {
  const day = new Date().toISOString().slice(0, 10);
  const table = lines.map(({ name, connections, median, p99, rps, ratio }) => `| ${name} | ${connections} | ${median} | ${p99} | ${Math.round(rps)} | ${ratio.toFixed(2)} |`);
  const text = `# Benchmarks
Written by \`pnpm bench\`; measured on ${day}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${size}, everything on one machine.

## The queue's page of ${PAGE} appeals with deputy, region and topic
The same fifty appeals of one region, checked to be told alike by all three before the clock starts. Ours asks as a signed-in moderator, with the walls in the query; the others check nobody. ${ROUNDS} rounds of ${SECONDS} s in turns, the median of the rounds.

| | connections | median, ms | p99, ms | requests per second | times PostGraphile |
|---|---|---|---|---|---|
${table.join('\n')}

## What row-level security costs
The same reads by the same code, as the owner of the tables whom no wall stops, and in the server's role within the scope of a moderator of one region: scope and statement travel in one message. In turns, one connection, the median.

| | without walls, ms | within walls, ms | times |
|---|---|---|---|
${walls.map(({ what, without, within }) => `| ${what} | ${without.toFixed(2)} | ${within.toFixed(2)} | ${(within / without).toFixed(2)} |`).join('\n')}
`;
  const file = path.join(ROOT, 'docs/benchmarks.md');
  const [, byHand = ''] = readFileSync(file, 'utf8').split(BY_HAND);
  writeFileSync(file, `${text}\n${BY_HAND}${byHand}`);
  console.log(text);
}
