import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addTypenameToDocument } from '@apollo/client/utilities';
import type { CodegenConfig } from '@graphql-codegen/cli';
// The same list as the portal's: one copy serves both sites.
import { listOperations } from '../portal/build/listed-operations.ts';

const here = dirname(fileURLToPath(import.meta.url));
const features = readdirSync(join(here, 'src/features')).filter((name) => holdsDocuments(join(here, 'src/features', name)));

function holdsDocuments(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.graphql'));
}

const scalars = { DateTime: 'string', Day: 'string' };
const typesOnly = { enumType: 'string-literal', enumsAsTypes: true, immutableTypes: false, useTypeImports: true, scalars } as const;

const listed = listOperations(join(here, 'src/gql/operations.json'), addTypenameToDocument);

/** One file of operations per feature, so that a page loads only the documents of its own chunk. */
const operations = (documents: string, others: string[] = []) => ({
  documents,
  externalDocuments: others,
  plugins: ['typescript-operations', 'typed-document-node'],
  config: { ...typesOnly, importSchemaTypesFrom: join('src/gql', 'schema.ts'), nonOptionalTypename: false, unstable_onExecutableDocumentNode: listed },
});

const config: CodegenConfig = {
  schema: join(here, '../../schema.graphql'),
  generates: {
    'src/gql/schema.ts': { plugins: ['typescript'], config: typesOnly },
    'src/gql/lib.ts': operations('src/lib/**/*.graphql'),
    ...Object.fromEntries(features.map((name) => [`src/gql/${name}.ts`, operations(`src/features/${name}/**/*.graphql`)])),
  },
};

export default config;
