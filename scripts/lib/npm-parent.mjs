// After kill -9 of npm nobody would be left to stop us, and the port would stay taken.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Calls `stop` once when the npm that runs us is gone. Without npm above us it does nothing. */
export function whenNpmIsGone(stop) {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const parent = process.ppid;
  // npm runs a script through a shell, which stays between or makes room for us, as shells differ.
  const shell = / -c |\0-c\0/.test(argsOf(parent)) ? { pid: parent, parent: parentOf(parent) } : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (!shell || parentOf(shell.pid) === shell.parent)) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

function parentOf(pid) {
  try {
    // The name of the program stands in parentheses and may hold anything.
    return Number(/^.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  }
}

function argsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}
