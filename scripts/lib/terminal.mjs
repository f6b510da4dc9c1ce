// Lines on the terminal, and programs that run behind them.
import { spawn } from 'node:child_process';

/** The program of a step failed; what it wrote was shown already. */
export class StepError extends Error {}

/** A person pressed Ctrl-C, or the process was told to end. */
export class Interrupted extends Error {}

const began = performance.now();
/** Programs that run now: a signal is passed on to each. */
const running = new Set();
let interrupted = false;

/** Milliseconds as «1,2 с». */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1).replace('.', ',')}\u00a0с`;
}

export function say(sentence) {
  process.stdout.write(`  ${seconds(performance.now() - began).padStart(8)}  ${sentence}\n`);
}

/** A line when the work begins, and one that says how long it took. */
export async function step(title, work) {
  const at = performance.now();
  say(`${title}…`);
  const result = await work();
  say(`${title}: готово за ${seconds(performance.now() - at)}`);
  return result;
}

/** From now on Ctrl-C and SIGTERM stop the program that runs, and then us. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
}

function interrupt() {
  interrupted = true;
  for (const child of running) stop(child, 'SIGTERM');
}

/**
 * Runs a program to its end and resolves to `{ code, output }`. Its output is kept, not shown.
 * With `quietly: false` a failure shows the output and throws `StepError`.
 */
export function run([program, ...args], { cwd, env = process.env, quietly = false } = {}) {
  if (interrupted) throw new Interrupted();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a stop reaches the programs that it has started too.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
    });
    running.add(child);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const finish = (code, note = '') => {
      running.delete(child);
      const output = Buffer.concat(chunks).toString('utf8') + note;
      if (interrupted) return reject(new Interrupted());
      if (code === 0 || quietly) return resolve({ code, output });
      process.stdout.write(`${output.trimEnd()}\n`);
      reject(new StepError(`${[program, ...args].join(' ')}: код ${code}`));
    };
    child.once('error', (error) => finish(1, `${error.message}\n`));
    child.once('close', (code) => finish(code ?? 1));
  });
}

function stop(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

/** Runs a script's main function: a known failure is one sentence and exit code 1, an interruption is 130. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Interrupted) process.exit(130);
    process.stderr.write(`\n${error instanceof StepError ? error.message : error.stack}\n`);
    process.exit(1);
  }
}
