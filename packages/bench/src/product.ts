import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
export const dist = (file: string): string => path.join(ROOT, 'packages/server/dist', file);

const children: ChildProcess[] = [];
let stopEmbedded = (): Promise<void> => Promise.resolve();
/** Where the embedded database and what belongs to a run lie; gone with `stopped`. */
export const dataDir = mkdtempSync(path.join(tmpdir(), 'voter-deputy-bench-'));
chmodSync(dataDir, 0o711);

export async function embedded(): Promise<string> {
  const { startEmbedded } = await import(dist('db/embedded/index.js')) as typeof import('../../server/src/db/embedded/index.js');
  const running = await startEmbedded({ dataDir, log: () => undefined });
  stopEmbedded = () => running.stop();
  return running.url;
}

export async function deployed(env: Record<string, string>): Promise<void> {
  const { deploy } = await import(dist('db/deploy.js')) as typeof import('../../server/src/db/deploy.js');
  const { loadConfig } = await import(dist('config.js')) as typeof import('../../server/src/config.js');
  await deploy({ databaseUrl: env['DATABASE_URL']!, config: loadConfig(env), log: console.log });
}

export async function started(file: string, cwd: string, env: Record<string, string>, probe: string): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.resolve(cwd, '..', file)], {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: `http://127.0.0.1:${port}` }, stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  const base = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 240; i += 1) {
    if (await fetch(base + probe).then(() => true, () => false)) return base;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${file} did not start`);
}

export async function signedIn(base: string, email = 'moderator@demo.test'): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: base }, body: JSON.stringify({ email, password: 'demo-demo-demo' }),
  });
  if (!response.ok) throw new Error(`sign-in failed: ${response.status}`);
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Ends whatever was started here. */
export async function stopped(): Promise<void> {
  for (const child of children) child.kill('SIGTERM');
  await stopEmbedded();
  rmSync(dataDir, { recursive: true, force: true });
}
