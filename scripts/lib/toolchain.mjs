// The Node and pnpm that the project needs: those of the machine if they are good, else the project's own in .tools/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './places.mjs';
import { run, step, StepError } from './terminal.mjs';

const NODE = { wanted: '24.21.0', good: (version) => major(version) >= 24 };
const PNPM = { wanted: '11.28.11', good: (version) => major(version) === 11 };
const TOOLS = path.join(ROOT, '.tools');
const WINDOWS = process.platform === 'win32';

/**
 * Resolves to `{ node, pnpm, env }`: the program `node`, the beginning of a command line for pnpm, and the environment
 * in which programs find both.
 */
export async function toolchain() {
  let found = await look();
  const missing = [!found.node && nodePackage(), !found.pnpm && `pnpm@${PNPM.wanted}`].filter(Boolean);
  if (missing.length > 0) {
    await step('Скачиваю Node 24 и pnpm 11 в папку .tools (один раз)', () => bring(missing));
    found = await look();
    if (!found.node || !found.pnpm) {
      throw new StepError(
        `Не удалось получить Node ${NODE.wanted} и pnpm ${PNPM.wanted} через npm: удалите папку .tools и повторите, `
        + 'или поставьте Node 24 и pnpm 11 сами.',
      );
    }
  }
  const env = environment(found.node);
  return { node: found.node, pnpm: found.pnpm, env };
}

async function look() {
  const node = await firstGood([process.execPath, ownProgram('node')], NODE);
  if (!node) return { node: null, pnpm: null };
  const own = [node, path.join(TOOLS, 'node_modules/pnpm/bin/pnpm.mjs')];
  const pnpm = (await isGood(own, PNPM, environment(node))) ? own
    : (await isGood(['pnpm'], PNPM, environment(node))) ? ['pnpm'] : null;
  return { node, pnpm };
}

async function firstGood(programs, tool) {
  for (const program of programs) if (await isGood([program], tool)) return program;
  return null;
}

async function isGood(command, tool, env) {
  const { code, output } = await run([...command, '--version'], { cwd: ROOT, quietly: true, env });
  return code === 0 && tool.good(output.trim().split('\n').at(-1) ?? '');
}

function major(version) {
  return Number(/^v?(\d+)\.\d+\.\d+/.exec(version)?.[1] ?? 0);
}

function ownProgram(name) {
  return path.join(TOOLS, 'node_modules', '.bin', WINDOWS ? `${name}.cmd` : name);
}

/**
 * The package with the program itself. The package `node` would fetch the same one, but by an install script, which npm
 * may refuse to run.
 */
function nodePackage() {
  const system = WINDOWS ? 'win' : process.platform;
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${system}-${process.arch}@${NODE.wanted}`;
}

async function bring(packages) {
  mkdirSync(TOOLS, { recursive: true });
  // Without a package.json of its own npm would look for one in the folders above.
  writeFileSync(path.join(TOOLS, 'package.json'), '{ "private": true }\n');
  rmSync(path.join(TOOLS, 'package-lock.json'), { force: true });
  await run([
    WINDOWS ? 'npm.cmd' : 'npm', 'install', '--prefix', TOOLS, '--no-audit', '--no-fund', '--no-update-notifier',
    '--ignore-scripts', '--no-package-lock', ...packages,
  ], { cwd: TOOLS });
}

/** Programs started by pnpm look for `node` on PATH, so the good one comes first there. */
function environment(node) {
  const folders = [path.dirname(node), path.join(TOOLS, 'node_modules/.bin'), process.env.PATH ?? ''];
  return {
    ...process.env,
    PATH: folders.join(path.delimiter),
    // pnpm asks nothing, tells of no newer version, and never swaps itself or Node for another version.
    CI: process.env.CI ?? '1',
    npm_config_update_notifier: 'false',
    pnpm_config_update_notifier: 'false',
    pnpm_config_manage_package_manager_versions: 'false',
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
    COREPACK_ENABLE_NETWORK: '0',
  };
}
