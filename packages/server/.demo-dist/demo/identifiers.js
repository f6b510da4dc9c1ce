import { v7 } from 'uuid';
/** Ids of a seeded source: the same seed and day give the same rows, ids included, ordered by time as all ids are. */
export function idAt(at, random) {
    const bytes = new Uint8Array(16);
    for (let i = 0; i < 16; i += 4) {
        const word = Math.floor(random() * 4294967296);
        bytes[i] = word & 255;
        bytes[i + 1] = (word >>> 8) & 255;
        bytes[i + 2] = (word >>> 16) & 255;
        bytes[i + 3] = word >>> 24;
    }
    return v7({ msecs: at.getTime(), random: bytes });
}
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** A secret of `length` characters, of the alphabet of tracking codes. */
export const secretOf = (length, random) => Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
