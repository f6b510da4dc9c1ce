import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { typeset } from './typeset.ts';

/**
 * Compiles the ICU messages of src/lib/texts at build time, so that the browser gets no ICU parser (10 kB), and a
 * mistake in a message stops the build. Russian and English texts are typeset on the way.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/texts\/[a-z]+\.json$/ },
      handler(source: string) {
        const messages = JSON.parse(source) as Record<string, string>;
        const compiled = Object.entries(messages).map(([key, text]) => [key, compile(typeset(text))] as const);
        return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
      },
    },
  };
}
