import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
// The same build steps as the portal's: one copy serves both sites.
import { listedOperations } from '../portal/build/listed-operations.ts';
import { precompressed } from '../portal/build/precompressed.ts';

/** The server that the development proxy speaks to. */
const server = 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/admin/',
  plugins: [react(), listedOperations('src/gql/operations.json'), precompressed()],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 600 },
  server: {
    host: '127.0.0.1',
    port: 4001,
    proxy: { '/graphql': { target: server, ws: true }, '/api': server, '/files': server },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
