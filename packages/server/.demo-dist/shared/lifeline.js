/** How long a process may take to finish its work once it was told to stop, in milliseconds. */
export const STOP_WITHIN_MS = 9_000;
/**
 * Ends this process in order, in every way that it can be told to: SIGTERM, SIGINT, or the death of the supervisor
 * (start.ts), seen as the closing of the IPC channel. Without the last, a kill -9 of the supervisor would leave servers
 * that hold the port and the database.
 * `stop` runs once; the process then exits with 0, or with 1 if `stop` failed or took longer than `STOP_WITHIN_MS`.
 */
export function exitWithParent(stop) {
    let stopping = false;
    const end = () => {
        if (stopping)
            return;
        stopping = true;
        setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
        stop().then(() => process.exit(0), (error) => {
            console.error(error);
            process.exit(1);
        });
    };
    // The supervisor reads our output through a pipe; once it is gone a line of log must not crash the orderly stop.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
    process.on('disconnect', end);
    // The parent may have gone between the fork and this line.
    if (process.send && !process.connected)
        end();
}
