/**
 * What an applicant agrees to at intake (rules §6). A changed text is a new entry with a new version, and this one stays:
 * whoever agreed, agreed to what stood here.
 */
export const CONSENTS = [
    {
        version: '2026-11-24',
        text: {
            ru: 'Я согласен (согласна) на то, что сервис обработает моё имя, адрес почты, телефон и сведения, которые я сообщаю '
                + 'в обращении, — для того чтобы рассмотреть это обращение, ответить на него, уточнить его у меня и спросить, помог '
                + 'ли ответ. Мои контакты видят только модератор и депутат, которому адресовано обращение; каждый просмотр '
                + 'записывается. Их не передают другим и не используют для агитации. Согласие действует, пока обращение '
                + 'рассматривается и хранится; я могу отозвать его, отозвав обращение или написав администратору сервиса.',
            en: 'I agree that the service processes my name, e-mail address, telephone number and what I tell in the appeal, in order '
                + 'to consider this appeal, to answer it, to ask me for clarification and to ask whether the answer helped. Only the '
                + 'moderator and the deputy to whom the appeal is addressed see my contacts, and each view is recorded. They are not '
                + 'passed to others and not used for campaigning. The consent holds while the appeal is considered and kept; I can '
                + 'withdraw it by withdrawing the appeal or by writing to the administrator of the service.',
        },
    },
];
/** The consent that forms ask for today. */
export const CONSENT = CONSENTS.at(-1);
