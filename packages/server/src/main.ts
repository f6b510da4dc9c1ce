import { createApp } from './app.js';
import { ConfigError, loadConfig } from './config.js';
import { exitWithParent } from './shared/lifeline.js';

try {
  const config = loadConfig(process.env);
  const databaseUrl = config.serverDatabaseUrl ?? config.databaseUrl;
  if (!databaseUrl) throw new ConfigError('Настройка DATABASE_URL: укажите адрес PostgreSQL; встроенную базу запускает «npm start».');
  const app = await createApp({ config, databaseUrl });
  await app.http.listen({ host: config.host, port: config.port });
  exitWithParent(app.close);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
