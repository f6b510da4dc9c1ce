// npm test: everything that CI runs, and its last line is «N passed, M failed».
// For developers: node scripts/test.mjs --only unit lint   (names below; the beginning of a name is enough)
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { smoke } from './checks/smoke.mjs';
import { nodeTests, program, vitest } from './lib/checks.mjs';
import { ROOT, SERVER } from './lib/places.mjs';
import { build, install, workspaces } from './lib/prepare.mjs';
import { Interrupted, say, seconds, StepError, stopOnSignals } from './lib/terminal.mjs';
import { toolchain } from './lib/toolchain.mjs';

/** All checks in their order: the quick ones first, and what needs the built product after the build. */
function checksWith(tools) {
  const { node, pnpm, env } = tools;
  const script = (file, ...args) => () => program([node, path.join(ROOT, file), ...args], { env });
  const built = (file, ...args) => () => program([node, path.join(SERVER, 'dist', file), ...args], { env });
  return [
    ...having('types').map((folder) => check(`types-${path.basename(folder)}`, `Типы: ${path.basename(folder)}`, () =>
      program([...pnpm, '--filter', `./${folder}`, 'types'], { env }))),
    check('lint', 'Стиль: oxlint', () =>
      program([node, path.join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--type-aware', 'packages', 'examples', 'scripts'], { env })),
    check('clock', 'Часы спрашивают только у shared/clock.ts', script('scripts/checks/clock.mjs')),
    check('acting', 'В базу ходят только от чьего-то имени', script('scripts/checks/acting.mjs')),
    ...['server', 'admin', 'portal'].map((name) => check(`imports-${name}`, `Кто кого импортирует: ${name}`,
      script('scripts/checks/import-law.mjs', name))),
    check('scripts', 'Проверка самих проверок', () => nodeTests('scripts/**/*.test.mjs', tools)),
    check('build', 'Сборка', () => build(tools).then(() => ({ passed: 1, failed: 0, output: '' }))),
    check('schema', 'schema.graphql не расходится с кодом', built('print-schema.js', '--check')),
    check('schema-breaking', 'schema.graphql не ломает тех, кто пишет на её выпущенную версию', script('scripts/checks/schema-breaking.mjs')),
    check('migrations', 'Миграции не расходятся с сущностями', () =>
      program([node, path.join(SERVER, 'dist/db/embedded/run-on-empty-database.js'), node, path.join(SERVER, 'dist/db/check-migrations.js')], { env })),
    check('unit', 'Сервер: правила и GraphQL на настоящем PostgreSQL', () => vitest('server', tools)),
    check('unit-admin', 'Консоль: модульные тесты', () => vitest('admin', tools)),
    check('unit-portal', 'Портал: модульные тесты', () => vitest('portal', tools)),
    check('stories', 'Истории в настоящем браузере', () => vitest('e2e', tools)),
    check('smoke', 'Запуск собранного сервера', () => smoke(tools)),
  ];
}

function check(name, title, work) {
  return { name, title, work };
}

/** Folders of the workspace whose manifest has the script. */
function having(script) {
  return workspaces().filter((folder) => JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')).scripts?.[script]);
}

/** Names after `--only`; none means all. */
function wanted() {
  const at = process.argv.indexOf('--only');
  return at < 0 ? [] : process.argv.slice(at + 1);
}

async function one({ title, work }) {
  const began = performance.now();
  say(`${title}…`);
  const { passed, failed, output } = await work().catch((error) => {
    if (error instanceof Interrupted) throw error;
    return { passed: 0, failed: 1, output: error instanceof StepError ? error.message : error.stack };
  });
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  say(`${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed, ${seconds(performance.now() - began)}`);
  return { passed, failed };
}

async function all() {
  const tools = await toolchain();
  await install(tools);
  const only = wanted();
  const chosen = checksWith(tools).filter(({ name }) => only.length === 0 || only.some((word) => name.startsWith(word)));
  if (chosen.length === 0) throw new StepError(`Нет проверки с таким именем: ${only.join(', ')}`);
  const sum = { passed: 0, failed: 0 };
  for (const next of chosen) {
    const { passed, failed } = await one(next);
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

stopOnSignals();
const { passed, failed } = await all().catch((error) => {
  if (error instanceof Interrupted) process.exit(130);
  process.stdout.write(`\n${error instanceof StepError ? error.message : error.stack}\n`);
  return { passed: 0, failed: 1 };
});
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
