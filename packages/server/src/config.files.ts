import { s3Place, scannerPlace, wholeNumber, type S3Place, type ScannerPlace } from './config.parse.js';
import { setting } from './config.setting.js';

/** The settings of attachments (docs/adr/0018). */
export const FILES_SETTINGS = {
  FILES_URL: setting({
    default: '',
    ru: 'Хранилище вложений S3: s3://ключ:секрет@узел/корзина?region=регион; без неё файлы лежат в DATA_DIR/files. Файлы шифруются до отправки',
    en: 'The S3 store of attachments: s3://key:secret@host/bucket?region=region; without it files lie in DATA_DIR/files. Files are encrypted before they are sent',
    parse: s3Place,
  }),
  CLAMD_URL: setting({
    default: '',
    ru: 'Проверка вложений на вирусы службой clamd: tcp://127.0.0.1:3310 или unix:/run/clamav/clamd.ctl; без неё файлы не проверяются',
    en: 'Where clamd scans attachments for viruses: tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; without it files are not scanned',
    parse: scannerPlace,
  }),
  FILE_MAX_MB: setting({
    default: '20',
    ru: 'Наибольший размер одного вложения, МБ (1 МБ = 1 048 576 байт); у clamd StreamMaxLength должен быть не меньше',
    en: "The largest attachment in MB of 1,048,576 bytes; clamd's StreamMaxLength must be no less",
    parse: wholeNumber(1, 500),
  }),
  FILES_PER_LETTER: setting({
    default: '10',
    ru: 'Сколько файлов можно приложить к одному письму: обращению, уточнению, ответу',
    en: 'How many files one letter takes: an appeal, a clarification, an answer',
    parse: wholeNumber(1, 50),
  }),
  PHOTO_MAX_MEGAPIXELS: setting({
    default: '50',
    ru: 'Наибольший размер фотографии, мегапикселей; на каждый при обработке уходит до 4 МБ памяти',
    en: 'The largest photo in megapixels; each of them takes up to 4 MB of memory while it is developed',
    parse: wholeNumber(1, 250),
  }),
  UPLOADS_PER_HOUR: setting({
    default: '200, в демонстрации — 1000000',
    ru: 'Сколько файлов в час принимается с одного адреса, от одной учётной записи, от одного партнёра',
    en: 'How many files an hour are taken from one address, one account, one partner',
    parse: wholeNumber(1, 10_000_000),
  }),
  UPLOADS_WAITING_MB: setting({
    default: '10240',
    ru: 'Сколько места, МБ, могут занимать загруженные, но ещё никуда не приложенные файлы; они удаляются через сутки',
    en: 'How many MB files may take that were uploaded and not yet attached to anything; they are removed after a day',
    parse: wholeNumber(100, 10_000_000),
  }),
  FILE_LINK_MINUTES: setting({
    default: '10',
    ru: 'Сколько минут действует ссылка на файл',
    en: 'For how many minutes a link to a file works',
    parse: wholeNumber(1, 1_440),
  }),
} as const;

/** What the settings of attachments say. */
export interface FilesConfig {
  /** Null: a folder of DATA_DIR. */
  filesAt: S3Place | null;
  /** Null: nothing is scanned. */
  scanner: ScannerPlace | null;
  fileMaxBytes: number;
  filesPerLetter: number;
  photoMaxPixels: number;
  uploadsPerHour: number;
  /** Bytes of all that is uploaded and not attached. */
  uploadsWaitingBytes: number;
  fileLinkMs: number;
}

type Value<N extends keyof typeof FILES_SETTINGS> = ReturnType<(typeof FILES_SETTINGS)[N]['parse']>;

const MIB = 1024 * 1024;
/** A demonstration is tried by many from one address. */
const DEMO_PER_HOUR = 1_000_000;

/** The settings of attachments in the units that the code counts in. */
export function filesOf(
  given: <N extends keyof typeof FILES_SETTINGS>(name: N) => Value<N> | null, orDefault: <N extends keyof typeof FILES_SETTINGS>(name: N) => Value<N>, demo: boolean,
): FilesConfig {
  return {
    filesAt: given('FILES_URL'), scanner: given('CLAMD_URL'),
    fileMaxBytes: orDefault('FILE_MAX_MB') * MIB, filesPerLetter: orDefault('FILES_PER_LETTER'), photoMaxPixels: orDefault('PHOTO_MAX_MEGAPIXELS') * 1_000_000,
    uploadsPerHour: given('UPLOADS_PER_HOUR') ?? (demo ? DEMO_PER_HOUR : 200), uploadsWaitingBytes: orDefault('UPLOADS_WAITING_MB') * MIB,
    fileLinkMs: orDefault('FILE_LINK_MINUTES') * 60_000,
  };
}
