import path from 'node:path';
import { PAGE, REGION, STATUS } from './facts.ts';

const dist = (file: string): string => path.resolve(import.meta.dirname, '../../server/dist', file);
const TURNS = 7;
const READS = 100;

export interface WallsLine { what: string; without: number; within: number }

/**
 * What row-level security costs: the same reads by the same code, as the owner of the tables whom no wall stops, and in the server's
 * role within the scope of a moderator of one region; in turns, the median of all reads, in milliseconds.
 */
export async function wallsCost(databaseUrl: string): Promise<WallsLine[]> {
  const { connect, rowsOf } = await import(dist('db/orm.js')) as typeof import('../../server/src/db/orm.js');
  const { rowsFor } = await import(dist('db/acting.js')) as typeof import('../../server/src/db/acting.js');
  const { SERVER_ROLE } = await import(dist('db/walls/roles.js')) as typeof import('../../server/src/db/walls/roles.js');
  const { AppealsQueries, AppealsLoaders, DeadlineRules } = await import(dist('appeals/index.js')) as typeof import('../../server/src/appeals/index.js');
  const { Reference } = await import(dist('regions/index.js')) as typeof import('../../server/src/regions/index.js');
  const { Vault } = await import(dist('shared/vault.js')) as typeof import('../../server/src/shared/vault.js');
  const { systemClock } = await import(dist('shared/clock.js')) as typeof import('../../server/src/shared/clock.js');
  const owner = await connect(databaseUrl, 1);
  const server = await connect(databaseUrl, 1, { role: SERVER_ROLE });
  const vault = Vault.of({ secret: 'x'.repeat(32), dataKeys: null });
  const [reference, rules] = [await Reference.load(server), await DeadlineRules.load(server)];
  const moderator = {
    kind: 'STAFF', accountId: 'bench', sessionId: 'bench', sessionExpiresAt: new Date('2100-01-01'), name: 'Bench', email: 'bench@bench.test',
    role: 'MODERATOR', regions: [REGION], deputyId: null,
  } as const;
  const sides = { without: rowsOf(owner.em), within: rowsFor(server, moderator) };
  const queries = (db: typeof sides.without) => new AppealsQueries(db, reference, moderator, systemClock, 'ru', vault, rules);
  const fields = new Set(['number', 'subject', 'deputy', 'version']);
  const page = (db: typeof sides.without) => queries(db).list({ status: [STATUS] }, null, PAGE, null, { total: false, fields });
  const [first] = (await page(sides.within)).edges;
  const reads: [string, (db: typeof sides.without) => Promise<unknown>][] = [
    [`page of ${PAGE} appeals`, page],
    ['how many appeals there are', (db) => queries(db).count({ status: [STATUS] }, 'SUBMITTED_AT')],
    ['questions of one appeal', (db) => new AppealsLoaders(db, reference, 'ru', vault).questions.load(first!.node.id)],
    ['history of one appeal', (db) => new AppealsLoaders(db, reference, 'ru', vault).history.load(first!.node.id)],
  ];
  const lines: WallsLine[] = [];
  for (const [what, read] of reads) {
    const times = { without: [] as number[], within: [] as number[] };
    for (let turn = -1; turn < TURNS; turn += 1) {
      for (const side of ['without', 'within'] as const) {
        for (let i = 0; i < READS; i += 1) {
          const began = performance.now();
          await read(sides[side]);
          if (turn >= 0) times[side].push(performance.now() - began);
        }
      }
    }
    const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    lines.push({ what, without: middle(times.without), within: middle(times.within) });
  }
  await Promise.all([owner.close(), server.close()]);
  return lines;
}
