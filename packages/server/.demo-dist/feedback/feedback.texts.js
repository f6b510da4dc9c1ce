const NOT_COUNTED = {
    SUPERSEDED: {
        ru: 'Заявитель позже оценил другой ответ этого депутата: в каждом периоде считается его последняя оценка.',
        en: 'The applicant later marked another answer of this deputy: in each period the last mark of an applicant counts.',
    },
    STAFF_COUNT_ONCE: {
        ru: 'Оценки сотрудников вместе считаются за одну, последнюю.',
        en: 'All marks by staff count as one, the last of them.',
    },
    OWN_CONTACTS_COUNT_ONCE: {
        ru: 'Оценки с контактов самого депутата и его помощников вместе считаются за одну, последнюю.',
        en: 'All marks from contacts of the deputy and the deputy’s aides count as one, the last of them.',
    },
    CAMPAIGN_COUNTS_ONCE: {
        ru: 'Оценки из одного массового обращения считаются за одну, последнюю.',
        en: 'All marks from one campaign count as one, the last of them.',
    },
    BURST: {
        ru: 'Из одной сети за день пришло больше оценок этого депутата, чем можно объяснить случаем: оценка на проверке.',
        en: 'More marks for this deputy came from one network in a day than chance explains: the mark waits for a review.',
    },
};
/** Why the rating does not count a mark, in words; null when it does. A code that this version does not know is shown as it is. */
export function notCountedText(code, locale) {
    if (code === null)
        return null;
    return NOT_COUNTED[code]?.[locale] ?? code;
}
