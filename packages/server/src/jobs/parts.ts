import type { DeadlineRules } from '../appeals/index.js';
import type { Config } from '../config.js';
import type { Orm } from '../db/orm.js';
import type { Carrier } from '../notifications/index.js';
import type { FileStore } from '../files/index.js';
import type { Reference } from '../regions/index.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';

/** Where the worker writes what it does: pino, or anything that has its methods. */
export interface Log {
  debug(details: object, text: string): void;
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

/** What tasks work with. */
export interface WorkerParts {
  databaseUrl: string;
  orm: Orm;
  /** As the owner of the tables: what erases words of the history, which the server's role may not touch. */
  owner: Orm;
  clock: Clock;
  reference: Reference;
  rules: DeadlineRules;
  vault: Vault;
  store: FileStore;
  config: Pick<Config, 'secret' | 'publicUrl' | 'serviceName' | 'aideMaySign' | 'undoSeconds' | 'filesPerLetter' | 'smtpUrl' | 'retention' | 'demo' | 'webhookAllowPrivate' | 'scanner'>;
  /** Null without a mail server: mails are kept then. */
  carrier: Carrier | null;
  log: Log;
}
