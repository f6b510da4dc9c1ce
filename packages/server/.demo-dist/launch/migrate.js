import { ConfigError, loadConfig } from '../config.js';
import { assertUsable } from './database.js';
import { progressTo } from './progress.js';
import { StartError } from './start-error.js';
// node dist/launch/migrate.js: brings the database of DATABASE_URL to this version and ends. For installations that run
// server and worker themselves (docker-compose.yml); npm start does the same by itself.
try {
    const config = loadConfig(process.env);
    const { databaseUrl } = config;
    if (!databaseUrl)
        throw new ConfigError('Настройка DATABASE_URL: укажите адрес PostgreSQL, который нужно привести к этой версии.');
    await assertUsable(databaseUrl);
    const progress = progressTo((line) => process.stdout.write(`${line}\n`));
    await progress.step('Структура базы и данные', async () => {
        const { deploy } = await import('../db/deploy.js');
        await deploy({ databaseUrl, config, log: progress.say });
    });
}
catch (error) {
    console.error(error instanceof ConfigError || error instanceof StartError ? error.message : error);
    process.exit(1);
}
