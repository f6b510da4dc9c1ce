import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { listOperations } from './build/listed-operations.ts';

const here = dirname(fileURLToPath(import.meta.url));
const types = {
  enumType: 'string-literal',
  enumsAsTypes: true,
  immutableTypes: false,
  useTypeImports: true,
  scalars: { DateTime: 'string', Day: 'string' },
} as const;

const config: CodegenConfig = {
  schema: join(here, '../../schema.graphql'),
  generates: {
    'src/gql/schema.ts': { plugins: ['typescript'], config: types },
    // Documents as plain strings: the browser needs no GraphQL parser to post them.
    'src/gql/documents.ts': {
      documents: 'src/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...types, importSchemaTypesFrom: 'src/gql/schema.ts', documentMode: 'string', skipTypename: true, unstable_onExecutableDocumentNode: listOperations(join(here, 'src/gql/operations.json')) },
    },
  },
};

export default config;
