import { cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';
import { dataDir, deployed, dist, embedded, ROOT, signedIn, started, stopped } from './product.ts';
import { SEARCH_QUESTIONS } from './search-questions.ts';

// The search at a million appeals: the demonstration, told again until there are so many, three years back, each with words of its own.
const APPEALS = Number(process.env['APPEALS'] ?? 1_000_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const DAYS = 1_095;
/** So many different words stand in the letters besides those of the demonstration, the frequent ones a thousand times as often as the rare. */
const WORDS = 300_000;
const SYLLABLES = ['ба', 'ве', 'го', 'ду', 'жи', 'зо', 'ки', 'ла', 'мо', 'ну', 'пе', 'ро', 'са', 'те', 'фи', 'хо', 'цу', 'ча', 'ше', 'бро', 'гле', 'дри', 'кла', 'пре', 'сто', 'тру'];
const WHO = [['administrator of the country', 'admin@demo.test'], ['moderator of one region', 'moderator@demo.test'], ['deputy', 'deputy@demo.test']] as const;
const QUERY = `query($words: String!) { appeals(filter: { search: $words }, first: 20) {
  totalCount search { exact taken { typed as } } edges { node { id number subject submittedAt region { name } topic { name } deputy { name } fragments(search: $words) { place parts { text found } } } } } }`;

const clock = (): number => performance.now() / 1000;

try {
  const databaseUrl = process.env['DATABASE_URL'] ?? await embedded();
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'production' };
  await deployed(env);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const size = await multiplied(client);
  await client.end();
  const base = await started(dist('main.js'), ROOT, env, '/readyz');
  const lines: string[] = [];
  for (const [name, email] of WHO) lines.push(...await measured(base, name, await signedIn(base, email)));
  console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${size}; load of the machine at the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}\n`);
  console.log('| who | questions | n | p50, ms | p95, ms | slowest, ms |\n|---|---|---|---|---|---|');
  console.log(lines.join('\n'));
} finally {
  await stopped();
}

/** Tells the demonstration again with new ids, numbers, dates and words, until there are enough. @returns what there is now, for the report */
async function multiplied(client: pg.Client): Promise<string> {
  const count = (await client.query<{ count: number }>('select count(*)::int as count from appeal')).rows[0]!.count;
  const times = Math.max(0, Math.ceil(APPEALS / count) - 1);
  const started = clock();
  const said = (text: string): void => console.log(`${(clock() - started).toFixed(0)} s  ${text}`);
  if (times > 0) {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(`select i.indexname as name, i.indexdef as definition from pg_indexes i
      where i.schemaname = 'public' and i.tablename in ('appeal', 'search_entry', 'search_word') and not exists (select from pg_constraint c where c.conname = i.indexname)`);
    for (const { name } of indexes) await client.query(`drop index "${name}"`);
    await client.query('alter table appeal disable trigger all');
    await client.query(`create table said as select n, (select string_agg(($1::text[])[1 + (hashint8(n * 7 + k) & 1048575) % ${SYLLABLES.length}], '') from generate_series(1, 3 + n % 3) k) as word from generate_series(1, ${WORDS}) n`
      .replace('$1', `'{${SYLLABLES.join(',')}}'`));
    await client.query('create unique index on said (n)');
    await client.query('insert into search_word (word) select distinct word from said');
    const columns = (await client.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'appeal'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)).rows.map(({ name }) => name);
    const told: Record<string, string> = {
      id: 'c.id', number: `split_part(a.number, '-', 1) || '-' || (1970 + c.k) || '-' || split_part(a.number, '-', 3)`, text: `a.text || ' ' || c.own`,
      submitted_at: 'a.submitted_at - c.back', changed_at: 'a.changed_at - c.back', closed_at: 'a.closed_at - c.back', client_key: 'null', client_digest: 'null',
    };
    for (let k = 1; k <= times; k += 1) {
      // The words of a copy are those of its letter and its own: what the index would say of it, without reading the letter once more.
      await client.query(`create temporary table c as select a.id as of, gen_random_uuid() as id, ${k} as k, interval '1 day' * ${Math.round((DAYS / times) * k)} as back, w.own
        from appeal a, lateral (select string_agg(s.word, ' ') as own from generate_series(1, 8) i, said s
          where s.n = 1 + floor(${WORDS} * power(((hashtext(a.id::text || ${k} || i) & 1048575) / 1048576.0)::float8, 3))::int) w where split_part(a.number, '-', 2)::int > 2024`);
      await client.query(`insert into appeal (${columns.join(', ')}) select ${columns.map((column) => told[column] ?? `a.${column}`).join(', ')} from c join appeal a on a.id = c.of`);
      await client.query(`insert into search_entry (appeal_id, of_region, sent_at, words)
        select c.id, e.of_region, e.sent_at - c.back, e.words || setweight(to_tsvector('russian', c.own), 'B') from c join search_entry e on e.appeal_id = c.of`);
      await client.query('drop table c');
    }
    said('rows are told again');
    for (const { definition } of indexes) await client.query(definition);
    await client.query('alter table appeal enable trigger all; drop table said');
    await client.query('vacuum analyze appeal');
    await client.query('vacuum analyze search_entry');
    await client.query('vacuum analyze search_word');
    said('indexes are built');
  }
  const now = (await client.query<{ text: string }>(`select (select count(*) from appeal) || ' appeals, ' || (select count(*) from search_word) || ' words, ' || pg_size_pretty(pg_total_relation_size('search_entry'))
    || ' for the index of the search, PostgreSQL ' || current_setting('server_version') || ' with shared_buffers ' || current_setting('shared_buffers') as text`)).rows[0]!;
  return now.text;
}

/** Each question so many times, one after another; the first time warms nothing but counts. */
async function measured(base: string, who: string, cookie: string): Promise<string[]> {
  const ask = async (words: string): Promise<number> => {
    const from = performance.now();
    const response = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: QUERY, variables: { words } }) });
    const answer = await response.json() as { data?: { appeals: { totalCount: number } }; errors?: unknown };
    const took = performance.now() - from;
    if (!answer.data) throw new Error(`${words}: ${JSON.stringify(answer.errors)}`);
    if (process.env['VERBOSE']) console.log(`${who} | ${words} | ${took.toFixed(0)} ms | ${answer.data.appeals.totalCount}`);
    return took;
  };
  const all: number[] = [];
  const lines: string[] = [];
  const line = (kind: string, times: number[]): string => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
    return `| ${who} | ${kind} | ${sorted.length} | ${at(0.5)} | ${at(0.95)} | ${sorted.at(-1)!.toFixed(0)} |`;
  };
  await ask('прогрев');
  for (const [kind, questions] of Object.entries(SEARCH_QUESTIONS)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) for (const words of questions) times.push(await ask(words));
    all.push(...times);
    lines.push(line(kind, times));
  }
  return [...lines, line('**all**', all)];
}
