import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = dirname(fileURLToPath(import.meta.url));
const types = { enumsAsTypes: true, useTypeImports: true, immutableTypes: true, scalars: { DateTime: 'string', Day: 'string' } } as const;

const config: CodegenConfig = {
  // Elsewhere: a copy of schema.graphql, or the address of the API with `headers: { authorization: 'Bearer …' }`.
  schema: join(here, '../../schema.graphql'),
  generates: {
    'src/gql/schema.ts': { plugins: ['typescript'], config: types },
    'src/gql/documents.ts': {
      documents: 'src/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...types, importSchemaTypesFrom: 'src/gql/schema.ts', documentMode: 'string', skipTypename: true },
    },
  },
};

export default config;
