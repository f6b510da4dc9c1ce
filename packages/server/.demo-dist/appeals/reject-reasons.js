/** Titles for staff and texts for the applicant; the moderator edits the text before it is sent (rules §1). */
export const REJECT_TEXTS = {
    OBSCENE: {
        title: { ru: 'Нецензурные слова', en: 'Obscene language' },
        text: { ru: 'Мы не смогли принять обращение: в нём есть нецензурные или оскорбительные выражения. Напишите, пожалуйста, ещё раз, без них, — мы внимательно прочитаем.', en: 'We could not take the appeal: it contains obscene or insulting words. Please write again without them, and we will read it with care.' },
    },
    THREAT: {
        title: { ru: 'Угрозы', en: 'Threats' },
        text: { ru: 'Мы не смогли принять обращение: в нём есть угрозы. Опишите, пожалуйста, саму проблему — мы постараемся помочь.', en: 'We could not take the appeal: it contains threats. Please describe the problem itself, and we will try to help.' },
    },
    SPAM: {
        title: { ru: 'Реклама или рассылка', en: 'Advertising' },
        text: { ru: 'Это сообщение похоже на рекламу или рассылку, поэтому мы его не приняли. Если это ошибка, напишите нам о вашей проблеме своими словами.', en: 'This message looks like advertising, so we did not take it. If that is a mistake, write to us about your problem in your own words.' },
    },
    UNREADABLE: {
        title: { ru: 'Не поддаётся прочтению', en: 'Unreadable' },
        text: { ru: 'К сожалению, текст обращения не удаётся прочитать. Пришлите его, пожалуйста, ещё раз.', en: 'Unfortunately the text cannot be read. Please send it again.' },
    },
    NO_SUBSTANCE: {
        title: { ru: 'Нет сути вопроса', en: 'No substance' },
        text: { ru: 'Из письма непонятно, в чём вопрос и чем может помочь депутат. Напишите, пожалуйста, что случилось, где и о чём вы просите.', en: 'The letter does not say what the question is and how a deputy can help. Please write what happened, where, and what you ask for.' },
    },
    NO_CONTACT: {
        title: { ru: 'Нет связи с заявителем', en: 'No way to answer' },
        text: { ru: 'По указанным контактам мы не можем вам ответить. Отправьте обращение ещё раз с верной почтой или телефоном.', en: 'We cannot answer by the contacts given. Please send the appeal again with a working e-mail or phone.' },
    },
    COURT_DECISION: {
        title: { ru: 'Обжалование решения суда', en: 'Appeal against a court decision' },
        text: { ru: 'Депутат не вправе пересматривать решения суда. Решение можно обжаловать в вышестоящем суде в установленный законом срок.', en: 'A deputy may not revise court decisions. A decision can be appealed to a higher court within the time set by law.' },
    },
    REPEATED: {
        title: { ru: 'Повторное обращение', en: 'Repeated appeal' },
        text: { ru: 'По этому вопросу вам уже ответили, а новых доводов в письме нет. Если ответ не помог, возобновите прежнее обращение по его номеру и коду.', en: 'This question was already answered and the letter brings nothing new. If the answer did not help, reopen the earlier appeal with its number and code.' },
    },
    NOT_COMPETENCE: {
        title: { ru: 'Вне компетенции депутата', en: "Not within a deputy's competence" },
        text: { ru: 'Этот вопрос не решают депутаты. Напишите, пожалуйста, в орган, который за него отвечает: ', en: 'Deputies do not decide this question. Please write to the body in charge: ' },
    },
    PERSONAL_DATA_OF_OTHERS: {
        title: { ru: 'Персональные данные других людей', en: 'Personal data of others' },
        text: { ru: 'В обращении есть персональные данные других людей без их согласия. Отправьте его, пожалуйста, ещё раз без этих данных.', en: 'The appeal contains personal data of other people without their consent. Please send it again without them.' },
    },
    REGION_NOT_OPEN: {
        title: { ru: 'Регион ещё не подключён', en: 'The region is not open yet' },
        text: { ru: 'В вашем регионе служба пока не работает. Мы сообщим о её открытии на сайте.', en: 'The service does not work in your region yet. Its opening will be announced on the site.' },
    },
    NO_CLARIFICATION: {
        title: { ru: 'Уточнение не получено', en: 'No clarification came' },
        text: { ru: 'Мы просили вас уточнить обращение, но ответа не получили. Вы можете отправить новое обращение в любое время.', en: 'We asked you to clarify the appeal and received no reply. You can send a new appeal at any time.' },
    },
};
export const rejectReasonIn = (code, locale) => ({ code, title: REJECT_TEXTS[code].title[locale], text: REJECT_TEXTS[code].text[locale] });
