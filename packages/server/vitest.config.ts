import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // Without the alias two copies of graphql meet: «Cannot use GraphQLObjectType from another module or realm».
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // One more than vitest would take of two cores: half of the time a test waits for the database.
    maxWorkers: 2,
    // A guard against what hangs, not a measure of speed: the machine may be busy with other work.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
