import { ConfigError, loadConfig } from './config.js';
import { databaseAtHand } from './db/embedded/running.js';
import { connect } from './db/orm.js';

import { resealAll } from './personal-data/index.js';
import { Vault } from './shared/vault.js';

// `pnpm keys:rotate`: encrypts everything with the first key of DATA_KEYS while the server runs. Afterwards the keys behind it may go.
try {
  const config = loadConfig(process.env);
  const orm = await connect(await databaseAtHand(config), 2);
  try {
    const done = await resealAll(orm, Vault.of(config), (table, rows) => process.stdout.write(`${table}: ${rows}\n`));
    const total = Object.values(done).reduce((sum, rows) => sum + rows, 0);
    console.log(total === 0 ? 'Всё уже зашифровано первым ключом.' : `Готово, зашифровано первым ключом строк: ${total}.`);
  } finally {
    await orm.close();
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
