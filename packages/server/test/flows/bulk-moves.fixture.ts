import { sql } from 'kysely';
import { rowsOf } from '../../src/db/orm.js';
import type { SentAppeal } from '../support/steps.js';
import type { Person, World } from '../support/world.js';

/** So many letters like this one, made by the database itself: thousands cost a second. Ids in the order of their submission. */
export async function copiesOf(world: World, { id }: SentAppeal, count: number): Promise<string[]> {
  const db = rowsOf(world.database.orm.em.fork());
  const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'appeal' and is_generated = 'NEVER' order by ordinal_position`.execute(db);
  const own: Record<string, string> = {
    id: 'gen_random_uuid()', number: `'К-' || substr(gen_random_uuid()::text, 1, 13)`, client_key: 'null', code_hash: 'md5(random()::text)', submitted_at: `submitted_at + n * interval '1 millisecond'`,
  };
  const names = columns.map(({ name }) => name);
  const { rows } = await sql<{ id: string }>`insert into appeal (${sql.raw(names.map((name) => `"${name}"`).join(', '))})
    select ${sql.raw(names.map((name) => own[name] ?? `"${name}"`).join(', '))} from appeal, generate_series(1, ${count}::int) n where id = ${id} order by n returning id`.execute(db);
  return rows.map((row) => row.id);
}

const FIELDS = 'id move state byName startedAt finishedAt undoableUntil counts { total ready done refused left undone } reasons { code message count }';

/** What somebody asks of a bulk move: the payload, or the errors of the whole. */
export const bulkMoves = (person: Person) => ({
  preview: async (input: object) => answerOf(await person.ask(`mutation($input: BulkMoveInput!) { previewBulkMove(input: $input) { bulkMove { ${FIELDS} } errors { code field message } } }`, { input }), 'previewBulkMove'),
  start: (id: string) => change(person, 'startBulkMove', id),
  stop: (id: string) => change(person, 'stopBulkMove', id),
  undo: (id: string) => change(person, 'undoBulkMove', id),
  read: async (id: string) => answerOf(await person.ask(`query($id: ID!) { bulkMove(id: $id) { ${FIELDS} } }`, { id }), 'bulkMove'),
  items: async (id: string, outcome?: string[]) => {
    const { data, raw } = await person.ask(`query($id: ID!, $outcome: [BulkMoveOutcome!]) { bulkMove(id: $id) { items(outcome: $outcome, first: 100) {
      totalCount edges { node { appealId position outcome at errors { code message } appeal { id number status } topic { code } deputy { id } } } } } }`, { id, outcome });
    if (!data) throw new Error(raw);
    return data.bulkMove.items.edges.map(({ node }: { node: unknown }) => node);
  },
});

async function change(person: Person, mutation: string, id: string) {
  return answerOf(await person.ask(`mutation($id: ID!) { ${mutation}(id: $id) { bulkMove { ${FIELDS} } errors { code field message } } }`, { id }), mutation);
}

// oxlint-disable-next-line no-explicit-any -- tests name what they read
const answerOf = ({ data, errors }: { data: any; errors?: { extensions: { code: string } }[] }, field: string): any =>
  (errors ? { failed: errors.map(({ extensions }) => extensions.code) } : data[field]);
