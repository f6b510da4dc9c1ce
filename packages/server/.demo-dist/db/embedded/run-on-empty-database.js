import { spawn } from 'node:child_process';
import { emptyDatabase, throwawayServer } from './throwaway.js';
// For checks: node dist/db/embedded/run-on-empty-database.js <program> <arguments>
// runs the program with DATABASE_URL set to an empty database that is gone afterwards, and ends with its exit code.
const [program, ...args] = process.argv.slice(2);
if (!program) {
    console.error('Name the program to run.');
    process.exit(1);
}
const server = await throwawayServer(process.env['DATABASE_URL'] || undefined);
const databaseUrl = await emptyDatabase(server, 'empty');
const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: databaseUrl } });
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => {
    child.once('error', (error) => {
        console.error(error.message);
        resolve(1);
    });
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
});
await server.stop();
process.exit(code);
