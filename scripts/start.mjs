// npm start: brings the tools, installs, builds, and hands over to the server's own start (packages/server/src/start.ts).
// Plain JavaScript without dependencies, since it runs before anything is installed, on Node 20 and newer.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { whenNpmIsGone } from './lib/npm-parent.mjs';
import { ROOT, SERVER } from './lib/places.mjs';
import { build, install } from './lib/prepare.mjs';
import { main, stopOnSignals } from './lib/terminal.mjs';
import { toolchain } from './lib/toolchain.mjs';

stopOnSignals();
await main(async () => {
  const tools = await toolchain();
  await install(tools);
  await build(tools);
  await serve(tools);
});

/** Runs the service until it ends, and ends with the same exit code. */
function serve({ node }) {
  return new Promise(() => {
    const service = spawn(node, ['--enable-source-maps', path.join(SERVER, 'dist/start.js')], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own: the signals below are the only ones that reach it, each once.
      detached: process.platform !== 'win32',
    });
    const pass = (signal) => service.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    whenNpmIsGone(() => pass('SIGTERM'));
    service.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
    service.once('exit', (code) => process.exit(code ?? 1));
  });
}
