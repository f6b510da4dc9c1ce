import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { v7, validate } from 'uuid';
import { badInput } from './failures.js';
/** A key made in the application, ordered by time. */
export const newId = () => v7();
export const isId = (value) => validate(value);
// Without letters and digits that are mistaken for one another when read aloud or copied by hand.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;
/** The applicant's secret beside the number: 10 characters, about 49 bits. */
export function newTrackingCode() {
    return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
/** The same code for the same client key, so that a repeated submission gives the same answer and the code itself is never stored. */
export function trackingCodeFor(secret, clientKey) {
    const bytes = createHmac('sha256', secret).update(`tracking-code:${clientKey}`).digest();
    return Array.from({ length: CODE_LENGTH }, (_, i) => ALPHABET[(bytes[i * 2] * 256 + bytes[i * 2 + 1]) % ALPHABET.length]).join('');
}
/** Hash of a secret of high entropy (codes, link tokens); these need no salt. */
export const hashOf = (secret) => createHash('sha256').update(secret).digest('hex');
export function sameHash(a, b) {
    return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
/** An id of an argument, or BAD_USER_INPUT: PostgreSQL must not be the first to find it malformed. */
export function asId(value, field = 'id') {
    if (!isId(value))
        throw badInput(field, 'ID_MALFORMED');
    return value;
}
