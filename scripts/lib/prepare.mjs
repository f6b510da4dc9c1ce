// Install and build, each only when something changed since the last time.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './places.mjs';
import { stateOf, unlessDone } from './stamps.mjs';
import { run, step } from './terminal.mjs';

/** Packages that the running product is made of, in the order in which they are built. */
const BUILT = ['server', 'admin', 'portal'];

/** `pnpm install`, if the lock file or a manifest changed. */
export async function install({ node, pnpm, env }) {
  const manifests = workspaces().map((folder) => path.join(ROOT, folder, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'].map((name) => path.join(ROOT, name));
  // Binaries belong to the platform and the version of Node that installed them.
  const state = `${stateOf([...files, ...manifests], { byContent: true })} ${process.platform} ${process.arch} ${node}`;
  const results = [path.join(ROOT, 'node_modules/.modules.yaml'), path.join(ROOT, 'packages/server/node_modules')];
  await unlessDone('installed', state, results, () =>
    step('Устанавливаю зависимости', () =>
      run([...pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], { cwd: ROOT, env })));
}

/** Builds the packages whose sources changed. */
export async function build({ pnpm, env }) {
  const shared = ['schema.graphql', 'tsconfig.base.json', 'pnpm-lock.yaml'].map((name) => path.join(ROOT, name));
  for (const name of BUILT.filter((candidate) => workspaces().includes(`packages/${candidate}`))) {
    const folder = path.join(ROOT, 'packages', name);
    const dist = path.join(folder, 'dist');
    await unlessDone(`built-${name}`, stateOf([...shared, folder]), [dist], () => step(`Собираю ${name}`, async () => {
      // The compiler leaves behind what sources that are gone had become.
      rmSync(dist, { recursive: true, force: true });
      await run([...pnpm, '--filter', `./packages/${name}`, 'build'], { cwd: ROOT, env });
    }));
  }
}

/** Folders with a package.json of their own: `packages/server`, `examples/partner-app`. */
export function workspaces() {
  return ['packages', 'examples'].filter((parent) => existsSync(path.join(ROOT, parent))).flatMap((parent) =>
    readdirSync(path.join(ROOT, parent)).map((name) => `${parent}/${name}`).filter((folder) => existsSync(path.join(ROOT, folder, 'package.json'))));
}
