/** How an event is told to staff, in the past tense. */
const MOVES = {
    SUBMIT: { ru: 'Обращение поступило', en: 'Submitted' },
    REQUEST_CLARIFICATION: { ru: 'Запрошено уточнение', en: 'Clarification requested' },
    CLARIFY: { ru: 'Заявитель уточнил', en: 'Clarified by the applicant' },
    LAPSE: { ru: 'Отклонено: уточнение не получено', en: 'Rejected: no clarification came' },
    REJECT: { ru: 'Отклонено', en: 'Rejected' },
    REGISTER: { ru: 'Зарегистрировано', en: 'Registered' },
    BEGIN: { ru: 'Взято в работу', en: 'Taken in hand' },
    ANSWER: { ru: 'Дан ответ', en: 'Answered' },
    FORWARD_TO_DEPUTY: { ru: 'Передано другому депутату', en: 'Forwarded to another deputy' },
    ACCEPT_FORWARDED: { ru: 'Принято другим депутатом', en: 'Accepted by the other deputy' },
    RETURN_FORWARDED: { ru: 'Возвращено передавшему депутату', en: 'Returned to the sending deputy' },
    FORWARD_OUTSIDE: { ru: 'Направлено по компетенции', en: 'Forwarded to the competent body' },
    EXTEND: { ru: 'Срок продлён', en: 'Deadline extended' },
    RETURN_TO_MODERATION: { ru: 'Возвращено на модерацию', en: 'Returned to moderation' },
    WITHDRAW: { ru: 'Отозвано заявителем', en: 'Withdrawn by the applicant' },
    REOPEN: { ru: 'Возобновлено заявителем', en: 'Reopened by the applicant' },
    REOPEN_BY_STAFF: { ru: 'Возобновлено сотрудником', en: 'Reopened by staff' },
    CLOSE: { ru: 'Закрыто', en: 'Closed' },
};
const EVENTS = {
    CONTACTS_OPENED: { ru: 'Открыты контакты заявителя', en: "The applicant's contacts were opened" },
    FEEDBACK_GIVEN: { ru: 'Заявитель поставил оценку', en: 'The applicant gave a mark' },
    COMMENT_MODERATED: { ru: 'Комментарий к оценке рассмотрен', en: 'The comment to the mark was moderated' },
};
export const eventInWords = (event, move, locale) => (event === 'MOVE' ? MOVES[move] : EVENTS[event])[locale];
