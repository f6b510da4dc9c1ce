import { randomBytes } from 'node:crypto';
import { AccountsService, createAuth } from './accounts/index.js';
import { ConfigError, loadConfig } from './config.js';
import { connect } from './db/orm.js';
import { systemClock } from './shared/clock.js';

// The first account of an installation: `node dist/create-administrator.js E-MAIL "NAME"`. Prints a password once; a second run for the same address changes nothing.
const [email, name] = process.argv.slice(2);
try {
  if (!email?.includes('@') || !name?.trim()) throw new ConfigError('Укажите адрес почты и имя: node packages/server/dist/create-administrator.js admin@example.org "Анна Иванова".');
  const config = loadConfig(process.env);
  if (!config.databaseUrl) throw new ConfigError('Настройка DATABASE_URL: укажите адрес PostgreSQL, в котором создать администратора.');
  const orm = await connect(config.databaseUrl, 2);
  const auth = createAuth({ databaseUrl: config.databaseUrl, config, orm });
  try {
    const password = randomBytes(15).toString('base64url');
    const accounts = new AccountsService(orm, auth, systemClock);
    const { created } = await accounts.createAccount({ email, password, name: name.trim(), role: 'ADMINISTRATOR', regions: [], deputyId: null });
    console.log(created ? `Администратор ${email} создан, пароль: ${password}` : `Учётная запись ${email} уже есть, ничего не изменено.`);
  } finally {
    await auth.close();
    await orm.close();
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
