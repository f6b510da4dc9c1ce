import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);
/** Smaller files fit into one packet anyway. */
const WORTH_IT_BYTES = 1_024;

/**
 * Lays a .br and a .gz beside every script and style of the build, as small as they get: the server hands them out as
 * they are, and a phone with one bar of signal loads a quarter of the bytes.
 */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    // Vite itself still writes into the chunks at this hook: only after that is a file what it will be.
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (!/\.(js|css)$/.test(file.fileName) || content.length < WORTH_IT_BYTES) continue;
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: await brotliOf(content, quality) });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: await gzipOf(content, { level: 9 }) });
        }
      },
    },
  };
}
