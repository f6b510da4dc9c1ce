import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['stories/**/*.test.ts'],
    globalSetup: ['src/product.ts'],
    // One product and one browser machine: stories run one after another and each makes the appeals that it speaks of.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
