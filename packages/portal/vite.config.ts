import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compiledTexts } from './build/compiled-texts.ts';
import { listedOperations } from './build/listed-operations.ts';
import { precompressed } from './build/precompressed.ts';

/** Where the server listens while the portal is developed with `pnpm dev`. */
const server = process.env['SERVER_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/',
  plugins: [compiledTexts(), react(), listedOperations('src/gql/operations.json'), precompressed()],
  server: { host: '127.0.0.1', port: 4002, proxy: { '/graphql': server, '/files': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // React changes a few times a year, the pages every week: a returning visitor loads only the pages again.
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](\.pnpm|react)/ }] },
      },
    },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'], environment: 'node' },
});
