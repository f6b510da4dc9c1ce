// A process of its own for the test of the embedded PostgreSQL: it starts the database of a folder, tells its address,
// and waits to be killed. Plain JavaScript, since a forked process does not pass through vitest.
const { startEmbedded } = await import('../../dist/db/embedded/index.js');
const { url } = await startEmbedded({ dataDir: process.argv[2], log: () => undefined });
process.send(url);
