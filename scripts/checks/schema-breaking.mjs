// Fails when schema.graphql breaks clients of the released schema (docs/schema-released.graphql), unless a decision says so:
// a line «breaks: Type.field» in any file of docs/adr. At a release, schema.graphql is copied over the released one.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, SERVER } from '../lib/places.mjs';

const { buildSchema, findBreakingChanges } = createRequire(path.join(SERVER, 'package.json'))('graphql');

/** Changes that break clients and that no decision explains, as sentences. */
export function unexplained(released, current, decisions) {
  const explained = new Set(decisions.flatMap((text) => [...text.matchAll(/^\W*breaks:\s*(.+)$/gim)].flatMap(([, names]) => names.match(/\w+(\.\w+)?/g) ?? [])));
  return findBreakingChanges(buildSchema(released), buildSchema(current))
    .filter(({ description }) => !explained.has(subjectOf(description)))
    .map(({ type, description }) => `${type}: ${description}`);
}

/** «Type.field» or «Type.VALUE» or «Type» that graphql's sentence about a change speaks of. */
function subjectOf(description) {
  const member = /^(?:Interface )?(\w+) (?:was removed from|added to) .*\b(\w+)\.$/.exec(description);
  return member ? `${member[2]}.${member[1]}` : /\w+(\.\w+)?/.exec(description.replace(/^An? required (field|arg) /, ''))?.[0];
}

if (process.argv[1] === import.meta.filename) {
  const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
  const decisions = readdirSync(path.join(ROOT, 'docs/adr')).map((file) => read(`docs/adr/${file}`));
  const found = unexplained(read('docs/schema-released.graphql'), read('schema.graphql'), decisions);
  for (const change of found) console.log(change);
  if (found.length > 0) console.log('Mark the field @deprecated first (docs/partners.md), or explain the break with a line «breaks: Type.field» in a decision of docs/adr.');
  console.log(`${found.length} breaking changes without a decision`);
  process.exit(found.length === 0 ? 0 : 1);
}
