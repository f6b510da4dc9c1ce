import { ConfigError, loadConfig } from './config.js';
import { databaseAtHand } from './db/embedded/running.js';
import { connect } from './db/orm.js';
import { importCalendar } from './regions/import-reference.js';
import { ReferenceFileError } from './regions/read-csv.js';

// `pnpm calendar:import FILE.csv`: days off and transferred days (day,kind,name; kind OFF or WORK); each year of the file is replaced as a whole.
const [file] = process.argv.slice(2);
try {
  if (!file) throw new ConfigError('Укажите файл: pnpm calendar:import ПУТЬ.csv (заголовок day,kind,name; вид дня OFF или WORK).');
  const orm = await connect(await databaseAtHand(loadConfig(process.env)), 1);
  try {
    const years = await importCalendar(orm, file);
    console.log(`Загружен календарь: ${years.join(', ')}. Новые сроки считаются по нему; сроки, которые уже названы заявителям, не меняются.`);
  } finally {
    await orm.close();
  }
} catch (error) {
  const known = error instanceof ConfigError || error instanceof ReferenceFileError;
  console.error(known ? error.message : (error as NodeJS.ErrnoException).code === 'ENOENT' ? `Файла ${file} нет.` : error);
  process.exitCode = 1;
}
