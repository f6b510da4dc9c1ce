import { existsSync } from 'node:fs';
import { ConfigError, type Config } from '../../config.js';
import { fileIn, installationIn, urlOf } from './installation.js';

/**
 * The database that a program of the command line works with: the one of DATABASE_URL, else the embedded one that `npm start` runs.
 * @throws {ConfigError} when there is neither
 */
export async function databaseAtHand({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<string> {
  if (databaseUrl) return databaseUrl;
  if (existsSync(fileIn(dataDir))) return urlOf(await installationIn(dataDir));
  throw new ConfigError('Настройка DATABASE_URL: укажите адрес PostgreSQL или запустите сервис («npm start»): тогда возьмётся встроенная база из DATA_DIR.');
}
