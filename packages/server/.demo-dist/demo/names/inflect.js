/** Names as Russian forms them: a woman's last name, patronymics, and Latin letters for an address. */
const vowels = (word) => word.match(/[аеёиоуыэюя]/gi)?.length ?? 0;
/** A woman's form of a man's last name; names of other languages and those in -ко, -их, -ян do not change. */
export function womansLastName(last) {
    // «Цой» and «Шин» only look Russian.
    if (vowels(last) < 2)
        return last;
    if (/(?:ов|ев|ёв|ин|ын)$/.test(last))
        return `${last}а`;
    if (/(?:ск|цк)ий$|ый$|ой$/.test(last))
        return `${last.slice(0, -2)}ая`;
    return last;
}
/** Patronymics that no rule gives: [of a man, of a woman]. */
const IRREGULAR = new Map([
    ['Илья', ['Ильич', 'Ильинична']], ['Никита', ['Никитич', 'Никитична']], ['Лука', ['Лукич', 'Лукинична']],
    ['Кузьма', ['Кузьмич', 'Кузьминична']], ['Савва', ['Саввич', 'Саввична']], ['Фома', ['Фомич', 'Фоминична']],
    ['Павел', ['Павлович', 'Павловна']], ['Лев', ['Львович', 'Львовна']], ['Пётр', ['Петрович', 'Петровна']],
    ['Яков', ['Яковлевич', 'Яковлевна']], ['Дмитрий', ['Дмитриевич', 'Дмитриевна']], ['Михаил', ['Михайлович', 'Михайловна']],
    ['Гаврил', ['Гаврилович', 'Гавриловна']], ['Самуил', ['Самуилович', 'Самуиловна']],
]);
/** The patronymic of somebody whose father bore the name. */
export function patronymic(father, sex) {
    const known = IRREGULAR.get(father);
    if (known)
        return known[sex === 'm' ? 0 : 1];
    const end = sex === 'm' ? 'ич' : 'на';
    const base = father.slice(0, -1);
    // Юрий → Юрьевич, but Георгий → Георгиевич: the short form needs one consonant, or -нт-, before it.
    if (father.endsWith('ий'))
        return /[аеёиоуыэюя](?:[бвдзклмнпрст]|нт)ий$/i.test(father) ? `${father.slice(0, -2)}ьев${end}` : `${base}ев${end}`;
    if (father.endsWith('й') || father.endsWith('ь'))
        return `${base}ев${end}`;
    if (/[аеёиоуыэюя]$/.test(father))
        return `${father}ев${end}`;
    if (/[жшщчц]$/.test(father))
        return `${father}ев${end}`;
    return `${father}ов${end}`;
}
const LATIN = {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
    с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};
/** A name as it stands in an e-mail address: small Latin letters, digits and hyphens. */
export const latin = (text) => [...text.toLowerCase()].map((letter) => LATIN[letter] ?? (/[a-z\d-]/.test(letter) ? letter : '')).join('');
