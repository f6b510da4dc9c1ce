import type { AppealMove } from '../appeals/appeal.lifecycle.js';
import type { Locale } from '../shared/locale.js';
import type { HistoryEvent } from './history-entry.entity.js';

type Words = Record<Locale, string>;

/** How an event is told to staff, in the past tense. */
const MOVES: Record<AppealMove, Words> = {
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
  HAND_OVER: { ru: 'Передано другому депутату вместе с делами', en: "Handed over with the deputy's work" },
  EXTEND: { ru: 'Срок продлён', en: 'Deadline extended' },
  RETURN_TO_MODERATION: { ru: 'Возвращено на модерацию', en: 'Returned to moderation' },
  WITHDRAW: { ru: 'Отозвано заявителем', en: 'Withdrawn by the applicant' },
  REOPEN: { ru: 'Возобновлено заявителем', en: 'Reopened by the applicant' },
  REOPEN_BY_STAFF: { ru: 'Возобновлено сотрудником', en: 'Reopened by staff' },
  CLOSE: { ru: 'Закрыто', en: 'Closed' },
};

const EVENTS: Record<Exclude<HistoryEvent, 'MOVE' | 'MOVE_UNDONE'>, Words> = {
  APPEAL_OPENED: { ru: 'Обращение открыто для чтения', en: 'The appeal was opened' },
  CONTACTS_OPENED: { ru: 'Открыты контакты заявителя', en: "The applicant's contacts were opened" },
  NOTE_ADDED: { ru: 'Добавлена заметка', en: 'A note was added' },
  ORIGINAL_OPENED: { ru: 'Открыт исходный файл заявителя', en: 'An original file was opened' },
  PROMISE_ASKED: { ru: 'Заявителя спросили об обещании', en: 'The applicant was asked about a promise' },
  PROMISE_REPORTED: { ru: 'Заявитель сказал, что стало с обещанием', en: 'The applicant said what became of a promise' },
  FEEDBACK_GIVEN: { ru: 'Заявитель поставил оценку', en: 'The applicant gave a mark' },
  COMMENT_MODERATED: { ru: 'Комментарий к оценке рассмотрен', en: 'The comment to the mark was moderated' },
  APPEALS_HANDED_OVER: { ru: 'Обращения переданы другому депутату', en: 'Appeals were handed over to another deputy' },
  DATA_EXPORTED: { ru: 'Выгружены данные заявителя', en: "The applicant's data were exported" },
  DATA_ERASED: { ru: 'Стёрты личные данные заявителя', en: "The applicant's personal data were erased" },
  APPEALS_EXPORTED: { ru: 'Выгружен список обращений', en: 'A list of appeals was exported' },
  ESCALATED: { ru: 'Напоминание о сроке', en: 'Reminded of the deadline' },
  CALENDAR_LINKED: { ru: 'Создана ссылка на календарь сроков', en: 'A link to the calendar of deadlines was made' },
  CALENDAR_UNLINKED: { ru: 'Ссылка на календарь сроков отозвана', en: 'The link to the calendar of deadlines was revoked' },
  CAMPAIGN_JOINED: { ru: 'Присоединено к массовому обращению', en: 'Joined to a campaign' },
  BULK_MOVE_STARTED: { ru: 'Начато действие над многими обращениями', en: 'A move over many appeals was started' },
  CAMPAIGN_LEFT: { ru: 'Отделено от массового обращения', en: 'Taken out of a campaign' },
  MARKED_URGENT: { ru: 'Отмечено срочным', en: 'Marked urgent' },
  URGENCY_REMOVED: { ru: 'Отметка «срочно» снята', en: 'The urgent mark was removed' },
  ACCOUNT_INVITED: { ru: 'Отправлено приглашение', en: 'Invited' },
  INVITATION_REVOKED: { ru: 'Приглашение отозвано', en: 'The invitation was revoked' },
  ACCOUNT_CREATED: { ru: 'Учётная запись создана', en: 'The account was created' },
  ACCOUNT_CHANGED: { ru: 'Изменены права учётной записи', en: 'The rights of the account were changed' },
  ACCOUNT_DEACTIVATED: { ru: 'Учётная запись отключена', en: 'The account was deactivated' },
  ACCOUNT_REACTIVATED: { ru: 'Учётная запись включена снова', en: 'The account was reactivated' },
  TWO_FACTOR_ENABLED: { ru: 'Включён второй фактор', en: 'The second factor was switched on' },
  TWO_FACTOR_DISABLED: { ru: 'Выключен второй фактор', en: 'The second factor was switched off' },
  PASSWORD_RESET: { ru: 'Пароль сброшен', en: 'The password was reset' },
  PARTNER_CREATED: { ru: 'Партнёр подключён', en: 'The partner was created' },
  PARTNER_CHANGED: { ru: 'Изменены сведения о партнёре', en: 'The partner was changed' },
  PARTNER_SUSPENDED: { ru: 'Работа партнёра приостановлена', en: 'The partner was suspended' },
  PARTNER_RESUMED: { ru: 'Работа партнёра возобновлена', en: 'The partner was resumed' },
  KEY_CREATED: { ru: 'Создан ключ', en: 'A key was created' },
  KEY_ROTATED: { ru: 'Ключ заменён новым', en: 'A key was rotated' },
  KEY_REVOKED: { ru: 'Ключ отозван', en: 'A key was revoked' },
  WEBHOOK_CREATED: { ru: 'Создан вебхук', en: 'A webhook was created' },
  WEBHOOK_CHANGED: { ru: 'Изменён вебхук', en: 'A webhook was changed' },
  WEBHOOK_DELETED: { ru: 'Удалён вебхук', en: 'A webhook was deleted' },
};

export function eventInWords(event: HistoryEvent, move: AppealMove | null, locale: Locale): string {
  if (event === 'MOVE') return MOVES[move!][locale];
  if (event === 'MOVE_UNDONE') return `${UNDONE[locale]}: ${MOVES[move!][locale].toLowerCase()}`;
  return EVENTS[event][locale];
}
const UNDONE: Words = { ru: 'Отменено', en: 'Taken back' };

/** Codes that stand as reasons in the record. */
const REASONS: Record<string, Words> = {
  FEEDBACK_GIVEN: { ru: 'заявитель оценил ответ', en: 'the applicant marked the answer' },
  WINDOW_OVER: { ru: 'срок для оценки прошёл', en: 'the time for a mark is over' },
  DEPUTY: { ru: 'депутату', en: 'to the deputy' },
  AIDE: { ru: 'помощнику депутата', en: "to the deputy's aide" },
  COORDINATOR: { ru: 'координатору региона', en: "to the region's coordinator" },
  KEPT: { ru: 'сделано', en: 'done' },
  PARTLY: { ru: 'сделано частично', en: 'partly done' },
  BROKEN: { ru: 'не сделано', en: 'not done' },
  SHOWN: { ru: 'комментарий показан депутату', en: 'the comment is shown to the deputy' },
  HIDDEN: { ru: 'комментарий скрыт', en: 'the comment is hidden' },
};

/** A code of the product in words; the code itself where it has none here. */
export const reasonInWords = (reason: string, locale: Locale): string => REASONS[reason]?.[locale] ?? reason;
