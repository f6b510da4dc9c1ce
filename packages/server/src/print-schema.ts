import { lexicographicSortSchema, printSchema } from 'graphql';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from './config.js';
import { buildSchema } from './graphql/schema.js';

// `node dist/print-schema.js` writes schema.graphql; with --check it only compares, and exits with 1 at a difference.
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const file = path.join(PROJECT_ROOT, 'schema.graphql');
const schema = buildSchema();
const undescribed = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__')).flatMap((type) => [
  ...(type.description || ROOTS.has(type.name) ? [] : [type.name]),
  ...('getFields' in type ? Object.values(type.getFields()).filter((field) => !field.description).map((field) => `${type.name}.${field.name}`) : []),
]);
if (undescribed.length > 0) {
  console.error(`Without a description: ${undescribed.join(', ')}`);
  process.exit(1);
}
const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('schema.graphql differs from the code: run `pnpm --filter @voter-deputy/server schema` and commit it.');
  process.exit(1);
}
