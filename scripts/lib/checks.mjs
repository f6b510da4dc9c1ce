// Kinds of checks. Each resolves to `{ passed, failed, output }`; output is shown when something failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './places.mjs';
import { run } from './terminal.mjs';

/** A program that passes or fails as a whole: it counts as one. */
export async function program(command, options) {
  const { code, output } = await run(command, { cwd: ROOT, ...options, quietly: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** The vitest of a package: every test counts. */
export async function vitest(name, { node, env }) {
  const cwd = path.join(ROOT, 'packages', name);
  const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-results-'));
  const report = path.join(folder, 'report.json');
  try {
    const command = [node, 'node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await run(command, { cwd, env, quietly: true });
    return counted({ ...totalsOf(report), code, output });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded has no tests to count, and counts as one failure. */
function totalsOf(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Tests of Node's own runner: every test counts. */
export async function nodeTests(pattern, { node, env }) {
  const { code, output } = await run([node, '--test', '--test-reporter=tap', pattern], { cwd: ROOT, env, quietly: true });
  const total = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return counted({ passed: total('pass'), failed: total('fail') + total('cancelled'), code, output });
}

/** A bad exit code without a failed test (an unhandled rejection, say) and a run without tests are failures too. */
function counted({ passed, failed, code, output }) {
  if (failed === 0 && code !== 0) return { passed, failed: 1, output };
  if (failed === 0 && passed === 0) return { passed, failed: 1, output: `${output}\nНе выполнено ни одного теста.` };
  return { passed, failed, output };
}
