import { FILES_SETTINGS } from './config.files.js';
import { OIDC_SETTINGS } from './config.oidc.js';
import {
  accentColour, bounceAddress, databaseUrl, dataKeys, flag, folder, httpUrl, host, listening, mailFrom, oneOf, originList, portNumber, proxyList, redisUrl, rolesOrNone, secret,
  smtpUrl, text, token, wholeNumber,
} from './config.parse.js';
import { setting } from './config.setting.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Who may read the schema. */
export const INTROSPECTION = ['signed-in', 'everyone'] as const;
/** What callers without a session or key may run. */
export const ANONYMOUS_OPERATIONS = ['any', 'listed'] as const;

export const NODE_ENVS = ['development', 'test', 'production'] as const;
export type NodeEnv = (typeof NODE_ENVS)[number];

/**
 * Every environment variable that the product reads, in the order of the documentation. Nothing else in the server
 * looks at `process.env`.
 */
export const SETTINGS = {
  PORT: setting({
    default: '4000',
    ru: 'Порт, на котором отвечают портал, консоль и API',
    en: 'The port of the portal, the console and the API',
    parse: portNumber,
  }),
  HOST: setting({
    default: '127.0.0.1',
    ru: 'Адрес, который слушает сервер; 0.0.0.0 — все сетевые интерфейсы',
    en: 'The address to listen on; 0.0.0.0 means every network interface',
    parse: host,
  }),
  PUBLIC_URL: setting({
    default: 'http://HOST:PORT',
    ru: 'Адрес, по которому сервис открывают люди; он стоит в ссылках писем',
    en: 'The address by which people open the service; it is used in the links of mails',
    parse: httpUrl,
  }),
  DATABASE_URL: setting({
    default: '',
    ru: 'Свой PostgreSQL версии 15 и новее; без неё запускается встроенный PostgreSQL 18',
    en: 'A PostgreSQL of your own, version 15 or newer; without it the embedded PostgreSQL 18 is started',
    parse: databaseUrl,
  }),
  SERVER_DATABASE_URL: setting({
    default: '',
    ru: 'Адрес той же базы с отдельным пользователем для сервера и фоновых заданий: он не владеет таблицами и входит только '
      + 'в роли voter_deputy_server и voter_deputy_accounts; без неё берётся DATABASE_URL, и соединение само ограничивает себя этими ролями',
    en: 'The address of the same database with a login of its own for server and worker: it owns no table and is a member of the roles '
      + 'voter_deputy_server and voter_deputy_accounts alone; without it DATABASE_URL is used, and the connection restricts itself to those roles',
    parse: databaseUrl,
  }),
  DATABASE_POOL: setting({
    default: '10',
    ru: 'Наибольшее число соединений с базой у каждого процесса',
    en: 'The largest number of database connections of each process',
    parse: wholeNumber(1, 200),
  }),
  DATA_DIR: setting({
    default: '.data',
    ru: 'Папка с данными: встроенная база, вложения, ключи; относительный путь считается от корня проекта',
    en: 'The folder of data: embedded database, files, keys; a relative path starts at the root of the project',
    parse: folder,
  }),
  REDIS_URL: setting({
    default: '',
    ru: 'Redis или Valkey: принимается на будущее и пока не нужен, события между серверами несёт PostgreSQL',
    en: 'Redis or Valkey: taken for later and not needed yet, PostgreSQL carries the events between servers',
    parse: redisUrl,
  }),
  ...FILES_SETTINGS,
  SMTP_URL: setting({
    default: '',
    ru: 'Почтовый сервер; без него письма остаются в базе и видны в консоли («Исходящие»)',
    en: "The mail server; without it mails stay in the database and are read in the console's outbox",
    parse: smtpUrl,
  }),
  MAIL_FROM: setting({
    default: 'Избиратель – депутат <no-reply@localhost>',
    ru: 'Отправитель писем',
    en: 'The sender of mails',
    parse: mailFrom,
  }),
  BOUNCE_ADDRESS: setting({
    default: '',
    ru: 'Адрес, на который возвращаются недоставленные письма (вместе с BOUNCE_LISTEN); к имени добавляется «+письмо»: bounces@mail.example.ru',
    en: 'The address that undelivered letters return to (together with BOUNCE_LISTEN); «+letter» is added to its name: bounces@mail.example.ru',
    parse: bounceAddress,
  }),
  BOUNCE_LISTEN: setting({
    default: '',
    ru: 'Где фоновые задания принимают по SMTP то, что вернулось на BOUNCE_ADDRESS: адрес:порт, например 0.0.0.0:2525',
    en: 'Where the worker takes by SMTP what returned to BOUNCE_ADDRESS: host:port, for example 0.0.0.0:2525',
    parse: listening,
  }),
  SECRET: setting({
    default: '',
    ru: 'Ключ, которым подписаны сеансы и ссылки; без DATA_KEYS им же зашифрованы контакты; не короче 32 символов; '
      + 'в демонстрационном режиме создаётся сам и хранится в DATA_DIR/secret',
    en: 'The key that signs sessions and links, and without DATA_KEYS encrypts contacts too; at least 32 characters; '
      + 'in demonstration mode it is made once and kept in DATA_DIR/secret',
    parse: secret,
  }),
  DATA_KEYS: setting({
    default: 'ключ s1, полученный из SECRET',
    ru: 'Ключи, которыми зашифрованы контакты: id:ключ через запятую, ключ — 32 байта в base64; первый шифрует, остальные только читают. '
      + 'Как менять ключи — в разделе «Смена ключей»',
    en: 'The keys that encrypt contacts: id:key separated by commas, a key being 32 bytes in base64; the first one encrypts, the others only '
      + 'read. How keys are changed: the section «Смена ключей»',
    parse: dataKeys,
  }),
  RETENTION: setting({
    default: '0',
    ru: 'Обезличивать ли каждую ночь обращения, срок хранения которых истёк; сначала посмотрите, что это будет: pnpm retention',
    en: 'Whether appeals whose term of retention is over are anonymised each night; look first at what that would be: pnpm retention',
    parse: flag,
  }),
  DEMO: setting({
    default: '1, при NODE_ENV=production — 0',
    ru: 'Демонстрационный режим: готовые учётные записи с известным паролем и данные пилота',
    en: 'Demonstration mode: ready accounts with a known password, and the data of the pilot',
    parse: flag,
  }),
  REQUIRE_TWO_FACTOR: setting({
    default: 'ADMINISTRATOR, в демонстрационном режиме — нет',
    ru: 'Роли, которым для работы нужен вход по одноразовому коду, через запятую; none — никому',
    en: 'Roles that cannot work without a one-time code at sign-in, separated by commas; none means nobody',
    parse: rolesOrNone,
  }),
  ...OIDC_SETTINGS,
  WEBHOOK_ALLOW_PRIVATE: setting({
    default: 'как DEMO',
    ru: 'Разрешить вебхуки на внутренние адреса (127.0.0.1, 10.0.0.0/8 …); для проверки на своей машине',
    en: 'Let webhooks go to private addresses (127.0.0.1, 10.0.0.0/8 …); for trials on one machine',
    parse: flag,
  }),
  SERVICE_NAME: setting({
    default: 'Избиратель – депутат',
    ru: 'Название сервиса на экране и в письмах',
    en: 'The name of the service on screen and in mails',
    parse: text,
  }),
  PARTY_NAME: setting({
    default: '',
    ru: 'Название партии рядом с названием сервиса',
    en: 'The name of the party, beside the name of the service',
    parse: text,
  }),
  PARTY_LOGO: setting({
    default: '',
    ru: 'Адрес картинки с логотипом',
    en: 'The address of the logo',
    parse: httpUrl,
  }),
  PARTY_ACCENT: setting({
    default: '#1d4ed8',
    ru: 'Акцентный цвет, шесть шестнадцатеричных цифр',
    en: 'The accent colour, six hexadecimal digits',
    parse: accentColour,
  }),
  TRUSTED_PROXIES: setting({
    default: 'loopback',
    ru: 'Прокси, которым верим в адресе посетителя (X-Forwarded-For): адреса и сети через запятую; loopback, linklocal, uniquelocal — свои сети',
    en: "Proxies whose word on the visitor's address (X-Forwarded-For) is believed: addresses and networks with commas; loopback, linklocal, uniquelocal name local networks",
    parse: proxyList,
  }),
  CORS_ORIGINS: setting({
    default: '',
    ru: 'Чужие сайты, чьи страницы могут обращаться к API (без cookie): адреса через запятую',
    en: 'Other sites whose pages may ask the API (without cookies): origins with commas',
    parse: originList,
  }),
  INTROSPECTION: setting({
    default: 'signed-in',
    ru: 'Кому видна схема API через интроспекцию: signed-in — вошедшим и ключам партнёров, everyone — всем',
    en: "Who may read the schema by introspection: signed-in people and partners' keys, or everyone",
    parse: oneOf(INTROSPECTION),
  }),
  ANONYMOUS_OPERATIONS: setting({
    default: 'any',
    ru: 'Что можно выполнить без входа и ключа: any — любую операцию в пределах, listed — только операции своих портала и консоли',
    en: "What runs without a session or key: any operation within the limits, or the listed ones of our own portal and console alone",
    parse: oneOf(ANONYMOUS_OPERATIONS),
  }),
  MAX_COST: setting({
    default: '10000',
    ru: 'Наибольшая стоимость одной операции API (как она считается — docs/adr/0014)',
    en: 'The highest cost of one operation of the API (docs/adr/0014 tells how it is counted)',
    parse: wholeNumber(100, 1_000_000),
  }),
  ANONYMOUS_PER_MINUTE: setting({
    default: '1200, в демонстрации — 1000000',
    ru: 'Операций API в минуту с одного адреса без входа: двести человек за одним адресом, каждый открывает страницу раз в полминуты',
    en: 'Operations of the API per minute from one address without a session: two hundred people behind one address, each opening a page every half minute',
    parse: wholeNumber(1, 10_000_000),
  }),
  STAFF_PER_MINUTE: setting({
    default: '3000, в демонстрации — 1000000',
    ru: 'Операций API в минуту у одной учётной записи',
    en: 'Operations of the API per minute of one account',
    parse: wholeNumber(1, 10_000_000),
  }),
  OPERATION_TIMEOUT: setting({
    default: '10',
    ru: 'Секунд на один запрос сервера к базе; дольше — ответ TIMEOUT',
    en: 'Seconds of one statement of the server to the database; what takes longer is answered TIMEOUT',
    parse: wholeNumber(1, 600),
  }),
  UNDO_SECONDS: setting({
    default: '30',
    ru: 'Сколько секунд сотрудник может отменить своё действие; письма о нём ждут столько же; 0 — отмены нет',
    en: 'For how many seconds a person of the console can take back the own move; its mails wait as long; 0 means not at all',
    parse: wholeNumber(0, 120),
  }),
  AIDE_MAY_SIGN: setting({
    default: '0',
    ru: '1 — помощник депутата может подписать ответ; в истории и в письме стоит, что подписал он от имени депутата. 0 — подписывает только депутат',
    en: '1: a deputy’s aide may sign an answer; history and letter say that the aide signed in the deputy’s name. 0: the deputy alone signs',
    parse: flag,
  }),
  METRICS_TOKEN: setting({
    default: '',
    ru: 'Ключ к /metrics (Authorization: Bearer …); без него показатели видны только с этой машины, в демонстрации — всем',
    en: 'The key of /metrics (Authorization: Bearer …); without it they are seen from this machine alone, in demonstration mode by everyone',
    parse: token,
  }),
  LOG_LEVEL: setting({
    default: 'info',
    ru: 'Подробность журнала: ' + LOG_LEVELS.join(', '),
    en: 'How much is logged: ' + LOG_LEVELS.join(', '),
    parse: oneOf(LOG_LEVELS),
  }),
  NODE_ENV: setting({
    default: 'development',
    ru: 'Окружение: ' + NODE_ENVS.join(', '),
    en: 'The environment: ' + NODE_ENVS.join(', '),
    parse: oneOf(NODE_ENVS),
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
