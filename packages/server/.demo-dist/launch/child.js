import { fork } from 'node:child_process';
import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
const KEPT_LINES = 20;
const LOG_SIZE_LIMIT = 10 * 1024 * 1024;
/** Pino's number for "warn": from here up, a line is worth a person's attention. */
const WARN = 40;
/**
 * Forks a compiled program of this package. Its output goes to a file in `logDir`; warnings and errors are also shown.
 * The IPC channel tells it of our death (shared/lifeline.ts).
 */
export function startChild(options) {
    const { name } = options;
    mkdirSync(options.logDir, { recursive: true });
    const logFile = path.join(options.logDir, `${name}.log`);
    const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_SIZE_LIMIT;
    const log = createWriteStream(logFile, { flags: tooLong ? 'w' : 'a', mode: 0o600 });
    const child = fork(options.program, [], {
        env: options.env,
        execArgv: ['--enable-source-maps'],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the parts in the right order.
        detached: process.platform !== 'win32',
    });
    const lines = [];
    const follow = (stream, always) => {
        if (!stream)
            return;
        createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
            log.write(`${line}\n`);
            lines.push(line);
            if (lines.length > KEPT_LINES)
                lines.shift();
            if (always || levelOf(line) >= WARN)
                options.show(`${name}: ${wordsOf(line)}`);
        });
    };
    follow(child.stdout, false);
    follow(child.stderr, true);
    const ended = endOf(child);
    void ended.then(() => log.end());
    return {
        name,
        logFile,
        ended,
        lastLines: () => lines.map(wordsOf),
        kill: () => void child.kill('SIGKILL'),
        async stop(patienceMs) {
            child.kill('SIGTERM');
            const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
            await ended;
            clearTimeout(force);
        },
    };
}
function endOf(child) {
    return new Promise((resolve) => {
        // 'close' and not 'exit': the last lines have been read by then.
        child.once('close', (code, signal) => resolve(signal ? `сигнал ${signal}` : `код ${code}`));
        child.once('error', (error) => resolve(error.message));
    });
}
function levelOf(line) {
    return Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 0);
}
/** A line of pino's JSON as a person reads it; any other line as it is. */
function wordsOf(line) {
    if (!line.startsWith('{"level":'))
        return line;
    try {
        const entry = JSON.parse(line);
        return [entry.msg, entry.err?.message].filter(Boolean).join(': ') || line;
    }
    catch {
        return line;
    }
}
