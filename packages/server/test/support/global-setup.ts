import type { TestProject } from 'vitest/node';
import { throwawayServer } from '../../src/db/embedded/throwaway.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database on a server where tests may create databases of their own. */
    adminDatabaseUrl: string;
    /** Tests begin the names of their databases with this; what is left of them is dropped at the end of the run. */
    testDatabasePrefix: string;
  }
}

/** Gives tests a real PostgreSQL: the one of DATABASE_URL, else an embedded one in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await throwawayServer(process.env['DATABASE_URL'] || undefined);
  project.provide('adminDatabaseUrl', server.adminUrl);
  project.provide('testDatabasePrefix', server.prefix);
  return () => server.stop();
}
