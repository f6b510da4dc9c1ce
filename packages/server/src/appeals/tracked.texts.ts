import type { HistoryEvent } from '../history/history-entry.entity.js';
import type { Locale } from '../shared/locale.js';
import type { AppealMove, AppealStatus } from './appeal.lifecycle.js';

type Words = Record<Locale, string>;

/** The status as a citizen would say it. */
export const STATUS_FOR_APPLICANT: Record<AppealStatus, Words> = {
  SUBMITTED: { ru: 'Обращение получено, его читает модератор', en: 'Received; a moderator is reading it' },
  CLARIFICATION: { ru: 'Мы просим вас уточнить обращение', en: 'We ask you to clarify it' },
  REJECTED: { ru: 'Обращение не принято', en: 'Not accepted' },
  REGISTERED: { ru: 'Зарегистрировано и передано депутату', en: 'Registered and handed to the deputy' },
  IN_PROGRESS: { ru: 'Депутат работает над вашим обращением', en: 'The deputy is working on it' },
  FORWARDED: { ru: 'Передано дальше', en: 'Forwarded' },
  ANSWERED: { ru: 'Депутат ответил', en: 'The deputy has answered' },
  REOPENED: { ru: 'Обращение возобновлено', en: 'Reopened' },
  CLOSED: { ru: 'Обращение закрыто', en: 'Closed' },
  WITHDRAWN: { ru: 'Вы отозвали обращение', en: 'You took it back' },
};

/** What comes next; nothing for a status that is an end. */
export const NEXT_FOR_APPLICANT: Partial<Record<AppealStatus, Words>> = {
  SUBMITTED: { ru: 'Модератор зарегистрирует обращение и передаст его депутату', en: 'A moderator will register it and hand it to a deputy' },
  CLARIFICATION: { ru: 'Ответьте, пожалуйста, на вопрос модератора', en: "Please answer the moderator's question" },
  REGISTERED: { ru: 'Депутат ответит вам', en: 'The deputy will answer you' },
  IN_PROGRESS: { ru: 'Депутат ответит вам', en: 'The deputy will answer you' },
  REOPENED: { ru: 'Депутат ответит вам ещё раз', en: 'The deputy will answer you again' },
  FORWARDED: { ru: 'Другой депутат примет обращение', en: 'Another deputy will accept it' },
  ANSWERED: { ru: 'Оцените, пожалуйста, ответ', en: 'Please mark the answer' },
};

/** What has happened, told to the applicant. */
export const MOVE_FOR_APPLICANT: Record<AppealMove, Words> = {
  SUBMIT: { ru: 'Вы отправили обращение', en: 'You sent the appeal' },
  REQUEST_CLARIFICATION: { ru: 'Модератор попросил уточнить', en: 'The moderator asked to clarify' },
  CLARIFY: { ru: 'Вы ответили модератору', en: 'You replied to the moderator' },
  LAPSE: { ru: 'Уточнение не пришло вовремя, обращение закрыто', en: 'No clarification came in time; it was closed' },
  REJECT: { ru: 'Обращение не принято', en: 'The appeal was not accepted' },
  REGISTER: { ru: 'Обращение зарегистрировано и передано депутату', en: 'Registered and handed to the deputy' },
  BEGIN: { ru: 'Депутат начал работу', en: 'The deputy began to work on it' },
  ANSWER: { ru: 'Депутат ответил', en: 'The deputy answered' },
  FORWARD_TO_DEPUTY: { ru: 'Передано другому депутату', en: 'Forwarded to another deputy' },
  ACCEPT_FORWARDED: { ru: 'Другой депутат принял обращение', en: 'The other deputy accepted it' },
  RETURN_FORWARDED: { ru: 'Обращение вернулось к прежнему депутату', en: 'It returned to the first deputy' },
  FORWARD_OUTSIDE: { ru: 'Направлено в ответственный орган', en: 'Sent to the body in charge' },
  HAND_OVER: { ru: 'Обращение теперь ведёт другой депутат', en: 'Another deputy is now in charge of it' },
  EXTEND: { ru: 'Срок ответа продлён', en: 'The time to answer was extended' },
  RETURN_TO_MODERATION: { ru: 'Обращение вернулось модератору', en: 'It returned to the moderator' },
  WITHDRAW: { ru: 'Вы отозвали обращение', en: 'You took the appeal back' },
  REOPEN: { ru: 'Вы возобновили обращение', en: 'You reopened the appeal' },
  REOPEN_BY_STAFF: { ru: 'Обращение возобновлено', en: 'The appeal was reopened' },
  CLOSE: { ru: 'Обращение закрыто', en: 'The appeal was closed' },
};

/** Events that are no move and that the applicant is told; who looked stands in `openedBy`, the others are the office's own. */
export const EVENT_FOR_APPLICANT: Partial<Record<HistoryEvent, Words>> = {
  ORIGINAL_OPENED: { ru: 'Сотрудник открыл ваш файл в исходном виде', en: 'A member of staff opened your file as you sent it' },
  FEEDBACK_GIVEN: { ru: 'Вы оценили ответ', en: 'You marked the answer' },
  PROMISE_ASKED: { ru: 'Мы спросили вас, выполнено ли обещание', en: 'We asked you whether a promise was kept' },
  PROMISE_REPORTED: { ru: 'Вы сказали, что стало с обещанием', en: 'You said what became of a promise' },
  DATA_EXPORTED: { ru: 'Вы получили копию своих данных', en: 'You were given a copy of your data' },
  DATA_ERASED: { ru: 'Ваши личные данные стёрты', en: 'Your personal data were erased' },
};
