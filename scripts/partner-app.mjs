// npm run partner-app: runs examples/partner-app against a service that was started with npm start, with the same tools.
import { spawn } from 'node:child_process';
import { ROOT } from './lib/places.mjs';
import { install } from './lib/prepare.mjs';
import { main } from './lib/terminal.mjs';
import { toolchain } from './lib/toolchain.mjs';

await main(async () => {
  const tools = await toolchain();
  await install(tools);
  const [program, ...args] = [...tools.pnpm, '--silent', '--filter', './examples/partner-app', 'start'];
  await new Promise((resolve, reject) => {
    const app = spawn(program, args, { cwd: ROOT, env: tools.env, stdio: 'inherit' });
    app.once('error', reject);
    app.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
});
