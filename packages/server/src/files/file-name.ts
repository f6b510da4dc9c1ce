/** Characters of a name, with its ending. */
const MAX_NAME = 120;

// Controls, what turns text around or is not seen, and what no file system takes.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001F\u007F-\u009F<>:"|?*\p{Cf}\u115F\u1160\u2800\u3164]/gu;
/** Endings that a person might add to have the file taken for another one: «photo.exe.jpg» stays one name. */
const EXTENSION = /\.[\p{L}\p{N}]{1,8}$/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name under which a file is kept and given out: the last part of a path, without anything that hides, turns text around or
 * leads elsewhere, with the ending of what the content is. Never empty.
 */
export function fileName(given: string, extension: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last.replace(FORBIDDEN, '').replace(/\s+/g, ' ').trim();
  const stem = clean.replace(EXTENSION, '').replace(/^[. ]+|[. ]+$/g, '').replace(RESERVED, '$1_');
  const characters = [...(stem || 'file')].slice(0, MAX_NAME - extension.length - 1);
  return `${characters.join('').trim()}.${extension}`;
}

/** `content-disposition` of a download: an ASCII name for old programs, the whole one for the rest (RFC 6266). */
export function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7E]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
