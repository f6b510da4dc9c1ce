import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { ConfigError, databaseSettings } from './config.js';
import { EmbeddedError, runningEmbedded, startEmbedded } from './db/embedded/index.js';
// Not through the feature's index: it would bring the whole ORM along.
import type { Fault, FaultKind } from './history/check.js';
import { verifyHistory, type Verification } from './history/verification.js';

/**
 * `pnpm history:verify`: reads the whole history and says whether it is whole. Ends with 0 when it is, with 1 when it is broken, with 2
 * when it could not be read. It needs a database and nothing else of the product: that of DATABASE_URL, or the embedded one of
 * DATA_DIR, running or not.
 */
const WRONG: Record<FaultKind, string> = {
  ENTRY_CHANGED: 'запись изменена: её содержание не сходится с её хешем',
  ENTRY_MISSING: 'записи нет: она удалена или переставлена',
  ENTRY_EXTRA: 'лишняя запись: такой не добавлял сервис',
  PREVIOUS_HASH_FOREIGN: 'запись не продолжает предыдущую: чужой предыдущий хеш, заменена эта запись или та, что перед ней',
  TAIL_CUT: 'конец истории отрезан, начиная с этой записи',
  HEAD_MISSING: 'нет отметки о конце истории',
  HEAD_CHANGED: 'отметка о конце истории не сходится с последней записью: заменена она или запись',
  TEXT_CHANGED: 'текст при записи изменён',
  TEXT_MISSING: 'текст при записи удалён, а стирание данных в истории не записано',
};

const number = new Intl.NumberFormat('ru-RU');
const line = ({ stream, position, id, kind }: Fault): string => `  ${stream}, запись ${position}${id ? `, id ${id}` : ''}: ${WRONG[kind]}`;

function report({ streams, entries, erasedTexts, faults, moreFaults, digest }: Verification, seconds: number): string {
  const read = `Прочитано за ${number.format(Math.round(seconds * 10) / 10)} с: историй ${number.format(streams)}, записей ${number.format(entries)}`
    + `${erasedTexts ? `, стёртых текстов ${number.format(erasedTexts)}` : ''}.`;
  const sum = `Отпечаток концов всех историй (SHA-256): ${digest}`;
  const [first, ...next] = faults;
  if (!first) return `История цела. ${read}\n${sum}`;
  return ['История нарушена. Первое место:', line(first), ...(next.length ? ['Следующие:', ...next.map(line)] : []),
    ...(moreFaults > 0 ? [`  … и ещё ${number.format(moreFaults)}`] : []), read, sum].join('\n');
}

async function check(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'voter-deputy history:verify', connectionTimeoutMillis: 8_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const began = performance.now();
    const found = await verifyHistory(client);
    console.log(report(found, (performance.now() - began) / 1000));
    process.exitCode = found.faults.length ? 1 : 0;
  } finally {
    await client.end();
  }
}

try {
  const { databaseUrl, dataDir } = databaseSettings(process.env);
  const running = databaseUrl ?? await runningEmbedded(dataDir);
  if (running) await check(running);
  else if (!existsSync(path.join(dataDir, 'postgres.json'))) {
    throw new ConfigError(`В папке ${dataDir} нет базы данных: укажите другую в DATA_DIR или адрес своей базы в DATABASE_URL.`);
  } else {
    const embedded = await startEmbedded({ dataDir, log: console.error });
    try {
      await check(embedded.url);
    } finally {
      await embedded.stop();
    }
  }
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof EmbeddedError ? error.message : error);
  process.exitCode = 2;
}
