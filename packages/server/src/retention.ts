import { ConfigError, loadConfig } from './config.js';
import { databaseAtHand } from './db/embedded/running.js';
import { connect } from './db/orm.js';
import { Erasure, nextDue, retentionGroups } from './personal-data/index.js';
import { systemClock } from './shared/clock.js';
import { Vault } from './shared/vault.js';

// `pnpm retention`: what the rules of retention would anonymise now. `pnpm retention --apply` does it, in runs of the same size as the nightly job's.
try {
  const config = loadConfig(process.env);
  const orm = await connect(await databaseAtHand(config), 2);
  try {
    const now = systemClock.now();
    const groups = await retentionGroups(orm, now);
    for (const { status, regionCode, count, oldest } of groups) console.log(`${status}\t${regionCode}\t${count}\tсамое давнее завершено ${oldest.toISOString().slice(0, 10)}`);
    console.log(`Всего: ${groups.reduce((sum, { count }) => sum + count, 0)}, в ближайшем запуске: ${(await nextDue(orm, now)).length}.`);
    if (process.argv.includes('--apply')) console.log(`Обезличено: ${await new Erasure(orm, systemClock, Vault.of(config)).eraseOver()}.`);
    else if (groups.length > 0) console.log('Ничего не изменено. Обезличить: pnpm retention --apply.');
  } finally {
    await orm.close();
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
