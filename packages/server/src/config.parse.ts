import { isIP } from 'node:net';
import { ROLES, type Role } from './shared/actor.js';
import { assertProxies } from './shared/client-address.js';
import type { DataKey } from './shared/key-ring.js';

/** Why a setting cannot be used: the end of a sentence that begins with the name of the setting, without a full stop. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Where clamd listens. */
export type ScannerPlace = { readonly host: string; readonly port: number } | { readonly path: string };

/** An S3 bucket, of Amazon or of anybody else. */
export interface S3Place {
  /** Null: Amazon's own. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    throw new SettingError(`«${value}» не порт, укажите целое число от 1 до 65535`);
  }
  return port;
}

export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < min || number > max) {
      throw new SettingError(`«${value}» не подходит, укажите целое число от ${min} до ${max}`);
    }
    return number;
  };
}

export function host(value: string): string {
  if (isIP(value) === 0 && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) {
    throw new SettingError(`«${value}» не адрес, укажите IP или имя узла без http:// и порта, например 127.0.0.1`);
  }
  return value;
}

/** An http(s) address without a query; the slash at its end is dropped. */
export function httpUrl(value: string): string {
  const url = urlWith(['http:', 'https:'], value, 'укажите адрес вида https://deputat.example.ru');
  if (url.search || url.hash) throw new SettingError(`«${value}» содержит «?» или «#», укажите адрес без них`);
  return value.replace(/\/+$/, '');
}

export function databaseUrl(value: string): string {
  const hint = 'укажите адрес вида postgres://user:password@host:5432/database';
  const url = urlWith(['postgres:', 'postgresql:'], value, hint);
  if (url.pathname.length < 2) throw new SettingError(`в адресе нет имени базы, ${hint}`);
  return value;
}

export function redisUrl(value: string): string {
  urlWith(['redis:', 'rediss:'], value, 'укажите адрес вида redis://host:6379');
  return value;
}

export function smtpUrl(value: string): string {
  urlWith(['smtp:', 'smtps:'], value, 'укажите адрес вида smtp://user:password@host:587');
  return value;
}

export function mailFrom(value: string): string {
  if (!/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)) {
    throw new SettingError(`«${value}» не отправитель, укажите адрес вида Название <name@example.ru>`);
  }
  return value;
}

/** The part before the sign may be no longer than leaves room for a letter's id and signature. */
export function bounceAddress(value: string): string {
  if (!/^[a-z\d._-]{1,10}@[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) {
    throw new SettingError(`«${value}» не подходит, укажите адрес вида bounces@mail.example.ru, до знака @ не больше 10 латинских букв и цифр`);
  }
  return value;
}

/** `host:port` to listen on. */
export function listening(value: string): { host: string; port: number } {
  const [, name, port] = /^(.+):(\d+)$/.exec(value) ?? [];
  if (!name || !port) throw new SettingError(`«${value}» не подходит, укажите адрес:порт, например 0.0.0.0:2525`);
  return { host: host(name.replace(/^\[(.+)\]$/, '$1')), port: portNumber(port) };
}

/** `tcp://host:3310`, or `unix:/path` of a socket. */
export function scannerPlace(value: string): ScannerPlace {
  const hint = 'укажите адрес clamd вида tcp://127.0.0.1:3310 или unix:/run/clamav/clamd.ctl';
  if (value.startsWith('unix:/')) return { path: value.slice('unix:'.length) };
  const { hostname, port } = urlWith(['tcp:'], value, hint);
  if (!port) throw new SettingError(`«${value}» без порта, ${hint}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** `s3://key:secret@host/bucket?region=…`; the secret is in the address, so that the address is never repeated. */
export function s3Place(value: string): S3Place {
  const hint = 'укажите адрес вида s3://ключ:секрет@s3.example.ru/корзина?region=ru-central1 (для Amazon узел — s3.amazonaws.com, без TLS — &tls=0)';
  const url = urlWith(['s3:'], value, hint);
  const [, bucket, ...rest] = url.pathname.split('/');
  if (!bucket || rest.some(Boolean)) throw new SettingError(`в адресе нужно имя одной корзины, ${hint}`);
  if (!url.username || !url.password) throw new SettingError(`в адресе нет ключа или секрета, ${hint}`);
  const scheme = url.searchParams.get('tls') === '0' ? 'http' : 'https';
  return {
    endpoint: url.hostname === 's3.amazonaws.com' ? null : `${scheme}://${url.host}`, region: url.searchParams.get('region') ?? 'us-east-1', bucket,
    accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password),
  };
}

/** The value itself never appears in the sentence: it may be a real key with a slip in it. */
export function secret(value: string): string {
  if (value.length < 32) {
    throw new SettingError(
      `строка короче 32 символов (сейчас ${value.length}), задайте длиннее, например командой «openssl rand -hex 32»`,
    );
  }
  return value;
}

/** A ring of keys, `id:base64`, separated by commas; no key ever appears in the sentence. */
export function dataKeys(value: string): DataKey[] {
  const keys = value.split(',').map((part, i) => {
    const [, id, base64] = /^\s*([a-z0-9]{1,16}):([A-Za-z0-9+/_-]+={0,2})\s*$/.exec(part) ?? [];
    const key = Buffer.from(base64 ?? '', 'base64');
    if (!id || key.length !== 32) {
      throw new SettingError(`${i + 1}-й ключ не читается, укажите id:ключ, где id из строчных латинских букв и цифр, а ключ — 32 байта в base64, `
        + 'например из команды «openssl rand -base64 32»');
    }
    return { id, key };
  });
  const twice = keys.find(({ id }, i) => keys.findIndex((other) => other.id === id) !== i);
  if (twice) throw new SettingError(`ключ «${twice.id}» назван дважды, дайте каждому ключу своё имя`);
  if (keys.some(({ id }) => id === 's1')) throw new SettingError('имя «s1» занято ключом, который получается из SECRET, выберите другое');
  return keys;
}

export function flag(value: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(value.toLowerCase())) return true;
  if (['0', 'false', 'no', 'off'].includes(value.toLowerCase())) return false;
  throw new SettingError(`«${value}» не подходит, укажите 1 или 0`);
}

export function oneOf<const T extends readonly string[]>(values: T): (value: string) => T[number] {
  return (value) => {
    if (!values.includes(value)) throw new SettingError(`«${value}» не подходит, выберите одно из: ${values.join(', ')}`);
    return value;
  };
}

export function accentColour(value: string): string {
  if (!/^#[\da-f]{6}$/i.test(value)) throw new SettingError(`«${value}» не цвет, укажите шесть цифр вида #1d4ed8`);
  return value.toLowerCase();
}

/** Addresses and networks with commas. */
export function proxyList(value: string): string[] {
  const list = value.split(',').map((part) => part.trim()).filter(Boolean);
  try {
    assertProxies(list);
  } catch {
    throw new SettingError(`«${value}» не подходит, укажите через запятую адреса и сети, например 10.0.0.0/8, или loopback`);
  }
  return list;
}

/** Origins with commas: scheme, name and port, without a path. */
export function originList(value: string): string[] {
  return value.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    if (!URL.canParse(part) || new URL(part).origin !== part.replace(/\/$/, '')) {
      throw new SettingError(`«${part}» не адрес сайта, укажите вида https://partner.example.ru, несколько — через запятую`);
    }
    return new URL(part).origin;
  });
}

/** A key of a machine; it is not repeated in the sentence. */
export function token(value: string): string {
  if (!/^[\w.~+/=-]{16,200}$/.test(value)) throw new SettingError('ключ не подходит, задайте от 16 латинских букв и цифр, например командой «openssl rand -hex 16»');
  return value;
}

export function folder(value: string): string {
  if (value.includes('\0')) throw new SettingError('путь содержит недопустимый символ, укажите другую папку');
  return value;
}

/** Roles separated by commas, in any case of letters; `none` is nobody. */
export function rolesOrNone(value: string): readonly Role[] {
  if (value.toLowerCase() === 'none') return [];
  const roles = value.split(',').map((role) => role.trim().toUpperCase());
  const strange = roles.find((role) => !(ROLES as readonly string[]).includes(role));
  if (strange !== undefined) throw new SettingError(`«${strange}» не роль, перечислите через запятую: ${ROLES.join(', ')}, или none`);
  return roles as Role[];
}

/** What can stand in an address as it is. */
export function slug(value: string): string {
  if (!/^[a-z][a-z\d-]{0,30}$/.test(value)) throw new SettingError(`«${value}» не подходит, укажите латинские буквы, цифры и «-», начиная с буквы`);
  return value;
}

export function words(value: string): string[] {
  return value.split(/\s+/);
}

export function text(value: string): string {
  return value;
}

/** Passwords live in addresses, so a bad one is not repeated in the sentence unless it has no user part. */
function urlWith(protocols: readonly string[], value: string, hint: string): URL {
  const shown = value.includes('@') ? 'значение' : `«${value}»`;
  if (!URL.canParse(value)) throw new SettingError(`${shown} не адрес, ${hint}`);
  const url = new URL(value);
  if (!protocols.includes(url.protocol) || (!url.hostname && !url.searchParams.has('host'))) {
    throw new SettingError(`${shown} не подходит, ${hint}`);
  }
  return url;
}
