import { Refusal } from './refusal.js';
// NUL, which PostgreSQL refuses, and the other controls but tab and line break; also what only hides or turns text around.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const INVISIBLE = /[\s\p{Cf}\p{Cc}\p{Zs}\u115F\u1160\u3164\u2800]/gu;
/** Text as it is kept: line breaks as \n, nothing unprintable, no white space around. */
export const cleaned = (text) => text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').trim();
/** Whether a person would see anything: a text of zero-width characters is empty. */
export const isBlank = (text) => text.replace(INVISIBLE, '') === '';
/** The cleaned text, with a refusal added where it is empty or too long. */
export function checkText(text, { field, max, empty, tooLong }, refusals) {
    const clean = cleaned(text);
    if (isBlank(clean))
        refusals.push(new Refusal(empty, field));
    else if (clean.length > max)
        refusals.push(new Refusal(tooLong, field, { max, length: clean.length }));
    return clean;
}
