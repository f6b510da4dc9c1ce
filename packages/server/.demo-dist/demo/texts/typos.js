import { chance, pick } from '../random.js';
const ROWS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
/** The neighbours of a letter on the ЙЦУКЕН keyboard. */
const NEIGHBOURS = new Map(ROWS.flatMap((row) => [...row].map((letter, at) => [letter, (row[at - 1] ?? '') + (row[at + 1] ?? '')])));
/** Drops about the given share of the commas before words that people forget them at. */
function dropCommas(text, share, random) {
    return text.replace(/, (?=(?:что|чтобы|который|которая|которые|которую|но|а|когда|если|как|где|потому|хотя)(?![а-яё]))/g, (comma) => chance(random, share) ? ' ' : comma);
}
function confuseReflexive(text, random) {
    const places = [...text.matchAll(/[а-яё]ть?ся(?![а-яё])/gi)];
    if (places.length === 0)
        return text;
    const place = pick(random, places);
    const right = place[0];
    const wrong = right.includes('ть') ? right.replace('ть', 'т') : right.replace('т', 'ть');
    return text.slice(0, place.index) + wrong + text.slice(place.index + right.length);
}
/** One slip of the finger inside a longer word: a neighbour key, a lost, a doubled or a swapped letter. */
function slip(text, random) {
    const words = [...text.matchAll(/(?<![а-яё№{])[а-яё]{6,}(?![а-яё}])/g)];
    if (words.length === 0)
        return text;
    const word = pick(random, words);
    const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
    const letter = text.charAt(at);
    const next = text.charAt(at + 1);
    const kind = random();
    if (kind < 0.35)
        return text.slice(0, at) + text.slice(at + 1);
    if (kind < 0.6)
        return text.slice(0, at) + next + letter + text.slice(at + 2);
    if (kind < 0.75)
        return text.slice(0, at) + letter + text.slice(at);
    const near = NEIGHBOURS.get(letter);
    return near ? text.slice(0, at) + pick(random, [...near]) + text.slice(at + 1) : text;
}
/** The small faults of living writing. Most people write no ё, no long dash and no «ёлочки»; few make more than one mistake. */
export function roughen(text, how, random) {
    let out = text;
    if (chance(random, 0.68))
        out = out.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
    if (chance(random, 0.8))
        out = out.replace(/ [—–] /g, ' - ').replaceAll('…', '...').replaceAll('\u00a0', ' ');
    if (chance(random, 0.62))
        out = out.replace(/[«»]/g, '"');
    if (chance(random, how.commas))
        out = dropCommas(out, 0.3 + random() * 0.7, random);
    if (chance(random, how.slips * 0.35))
        out = confuseReflexive(out, random);
    if (chance(random, how.slips))
        out = slip(out, random);
    if (chance(random, how.slips * 0.3))
        out = slip(out, random);
    if (chance(random, how.slips * 0.2))
        out = out.replace(/, (?=[а-яё])/, chance(random, 0.5) ? ',' : ' ,');
    return out;
}
