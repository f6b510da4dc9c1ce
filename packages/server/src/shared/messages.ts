import type { Locale } from './locale.js';

type Params = Readonly<Record<string, string | number>>;

/** The words of every stable code, in both languages; `{name}` takes a parameter. */
const MESSAGES: Record<string, { ru: string; en: string }> = {
  UNAUTHENTICATED: { ru: 'Войдите, чтобы продолжить.', en: 'Sign in to continue.' },
  FORBIDDEN: { ru: 'У вас нет права на это действие.', en: 'You are not allowed to do this.' },
  NOT_FOUND: { ru: 'Не найдено, или у вас нет доступа.', en: 'Not found, or not yours to see.' },
  TRACKING_PAIR_UNKNOWN: { ru: 'Обращения с таким номером и кодом нет. Проверьте оба.', en: 'There is no appeal with this number and code. Check both.' },
  STALE_VERSION: {
    ru: 'Пока вы смотрели, обращение изменили. Прочитайте его заново и повторите; ваш текст не потерян.',
    en: 'The appeal was changed while you were looking at it. Read it again and repeat; your text is not lost.',
  },
  CONFLICT: { ru: 'Это тем временем изменил кто-то другой. Прочитайте заново и повторите.', en: 'Somebody else changed this meanwhile. Read it again and repeat.' },
  COST_EXCEEDED: { ru: 'Запрос слишком велик.', en: 'The operation asks for too much.' },
  BAD_USER_INPUT: { ru: 'Запрос составлен неверно.', en: 'The request is not well formed.' },
  INTERNAL_SERVER_ERROR: { ru: 'Что-то сломалось у нас. Мы уже записали это; попробуйте ещё раз.', en: 'Something broke on our side. It is on record; please try again.' },
  BAD_REQUEST: { ru: 'Запрос не удалось прочитать: нужен JSON.', en: 'The request could not be read: JSON is expected.' },
  METHOD_NOT_ALLOWED: { ru: 'Так обратиться нельзя: нужен POST или GET.', en: 'This method is not taken: use POST or GET.' },
  QUERIES_ONLY_BY_GET: { ru: 'Через GET выполняются только запросы на чтение; изменения отправляйте через POST.', en: 'GET runs queries alone; send mutations by POST.' },
  SUBSCRIPTION_BY_HTTP: { ru: 'Подписки работают через WebSocket.', en: 'Subscriptions come by WebSocket.' },
  NOT_ACCEPTABLE: { ru: 'Ответ бывает application/json или application/graphql-response+json.', en: 'Answers come as application/json or application/graphql-response+json.' },
  UNSUPPORTED_MEDIA_TYPE: { ru: 'Запрос принимается только в application/json.', en: 'Requests are taken as application/json alone.' },
  PREFLIGHT_MISSING: {
    ru: 'Запрос похож на подделку с чужой страницы: отправьте его как application/json или с заголовком graphql-require-preflight.',
    en: 'This could be a forgery by a page of another site: send it as application/json, or with the header graphql-require-preflight.',
  },
  BATCHING_OFF: { ru: 'За один раз отправляется одна операция.', en: 'Send one operation at a time.' },
  BODY_MISSING: { ru: 'В теле запроса нужен объект JSON с полем query.', en: 'The body must be a JSON object with a field query.' },
  QUERY_MISSING: { ru: 'Нет текста операции: заполните query.', en: 'There is no text of an operation: fill in query.' },
  PARAMETER_MALFORMED: { ru: 'Параметр {parameter} имеет неверный вид.', en: 'The parameter {parameter} is not well formed.' },
  TIMEOUT: { ru: 'Запрос выполнялся слишком долго и остановлен. Сузьте его.', en: 'The request took too long and was stopped. Ask for less.' },
  RATE_LIMITED: { ru: 'Слишком много запросов. Повторите через {retryAfter} с.', en: 'Too many requests. Try again in {retryAfter} s.' },
  QUOTA_USED_UP: { ru: 'Квота ключа исчерпана. Она обновится через {retryAfter} с.', en: 'The quota of the key is used up. It is renewed in {retryAfter} s.' },
  TOO_MANY_SUBSCRIPTIONS: { ru: 'На одном соединении открыто слишком много операций: не больше {limit}.', en: 'Too many operations are open on one connection: at most {limit}.' },
  QUERY_TOO_DEEP: { ru: 'Слишком глубокая вложенность: не больше {limit} уровней.', en: 'The query is too deep: at most {limit} levels.' },
  TOO_MANY_ALIASES: { ru: 'Слишком много псевдонимов: не больше {limit}.', en: 'Too many aliases: at most {limit}.' },
  TOO_MANY_DIRECTIVES: { ru: 'Слишком много директив: не больше {limit}.', en: 'Too many directives: at most {limit}.' },
  TOO_MANY_TOKENS: { ru: 'Слишком длинный текст операции: не больше {limit} лексем.', en: 'The text of the operation is too long: at most {limit} tokens.' },
  TOO_MANY_ROOT_FIELDS: { ru: 'Слишком много полей верхнего уровня: не больше {limit}.', en: 'Too many root fields: at most {limit}.' },
  TOO_MANY_FIELDS: { ru: 'Слишком много полей: не больше {limit}.', en: 'Too many fields: at most {limit}.' },
  QUERY_TOO_DEAR: { ru: 'Операция слишком дорога: {cost} при пределе {limit}. Запросите меньше строк или полей.', en: 'The operation is too dear: {cost} of at most {limit}. Ask for fewer rows or fields.' },
  INTROSPECTION_CLOSED: { ru: 'Схему читают после входа или с ключом партнёра; она есть и в файле schema.graphql.', en: 'The schema can be read when signed in or with a partner’s key; it also stands in schema.graphql.' },
  OPERATION_NOT_LISTED: { ru: 'Без входа выполняются только операции самого портала. Войдите или используйте ключ партнёра.', en: 'Without a session only the portal’s own operations run. Sign in or use a partner’s key.' },
  BODY_TOO_LARGE: { ru: 'Запрос слишком велик.', en: 'The request is too large.' },
  VALUE_OUT_OF_RANGE: { ru: 'В запросе есть значение, которое нельзя принять.', en: 'The request has a value that cannot be taken.' },
  ID_MALFORMED: { ru: 'Неверный идентификатор.', en: 'The id is not well formed.' },
  DAY_MALFORMED: { ru: 'Неверная дата: нужен вид ГГГГ-ММ-ДД.', en: 'Not a day: write YYYY-MM-DD.' },
  PAGE_SIZE_OUT_OF_RANGE: { ru: 'За один раз можно запросить от 1 до {max} строк.', en: 'Ask for 1 to {max} rows at a time.' },
  CURSOR_MALFORMED: { ru: 'Неверный указатель страницы.', en: 'The cursor is not well formed.' },
  CURSOR_OF_ANOTHER_LIST: { ru: 'Указатель страницы взят из другого списка или другой сортировки.', en: 'The cursor comes from another list or another sorting.' },
  PERIOD_UNKNOWN: { ru: 'Такого периода рейтинга нет.', en: 'There is no such period of the rating.' },
  FILTER_TOO_LONG: { ru: 'В фильтре слишком много значений: не больше {max}.', en: 'The filter has too many values: at most {max}.' },
  TEXT_EMPTY: { ru: 'Напишите текст.', en: 'Write the text.' },
  TEXT_TOO_LONG: { ru: 'Текст длиннее {max} знаков: сейчас {length}.', en: 'The text is longer than {max} characters: it has {length}.' },
  SUBJECT_EMPTY: { ru: 'Напишите, о чём обращение.', en: 'Write what the appeal is about.' },
  SUBJECT_TOO_LONG: { ru: 'Тема длиннее {max} знаков: сейчас {length}.', en: 'The subject is longer than {max} characters: it has {length}.' },
  NAME_EMPTY: { ru: 'Укажите, как вас зовут.', en: 'Write your name.' },
  NAME_TOO_LONG: { ru: 'Имя длиннее {max} знаков.', en: 'The name is longer than {max} characters.' },
  EMAIL_INVALID: { ru: 'Адрес почты написан с ошибкой.', en: 'The e-mail address is not well formed.' },
  PHONE_INVALID: { ru: 'Телефон написан с ошибкой: нужно от 10 до 15 цифр.', en: 'The phone number is not well formed: 10 to 15 digits.' },
  CONTACT_MISSING: { ru: 'Укажите почту или телефон: иначе нам некуда ответить.', en: 'Give an e-mail address or a phone number: we need a way to answer.' },
  CONSENT_MISSING: { ru: 'Без согласия на обработку данных мы не можем принять обращение.', en: 'Without your consent to process the data we cannot take the appeal.' },
  CONSENT_VERSION_UNKNOWN: { ru: 'Такого текста согласия нет. Обновите страницу и прочитайте нынешний.', en: 'There is no such text of consent. Reload the page and read the present one.' },
  ERASURE_UNCONFIRMED: { ru: 'Подтвердите, что данные нужно удалить: вернуть их будет нельзя.', en: 'Confirm that the data is to be erased: it cannot be brought back.' },
  CONTACT_MALFORMED: { ru: 'Укажите адрес почты или телефон, не короче десяти цифр.', en: 'Give an e-mail address, or a phone number of at least ten digits.' },
  PERSON_UNKNOWN: { ru: 'С этого адреса или телефона обращений нет.', en: 'No appeal came from this address or number.' },
  REGION_UNKNOWN: { ru: 'Такого региона нет.', en: 'There is no such region.' },
  REGION_NOT_OPEN: { ru: 'В этом регионе служба ещё не работает.', en: 'The service does not work in this region yet.' },
  DEPUTY_UNKNOWN: { ru: 'Такого депутата нет.', en: 'There is no such deputy.' },
  DEPUTY_NOT_IN_REGION: { ru: 'Этот депутат работает в другом регионе.', en: 'This deputy works in another region.' },
  TOPIC_UNKNOWN: { ru: 'Такой темы нет.', en: 'There is no such topic.' },
  CLIENT_KEY_INVALID: { ru: 'Ключ повторной отправки: от 16 до 100 латинских букв, цифр, «-» и «_».', en: 'The client key takes 16 to 100 Latin letters, digits, “-” and “_”.' },
  CLIENT_KEY_REUSED: { ru: 'С этим ключом уже отправлено другое обращение.', en: 'Another appeal was sent with this client key.' },
  MOVE_NOT_ALLOWED: { ru: 'Сейчас этого сделать нельзя: обращение в другом состоянии.', en: 'This cannot be done now: the appeal is in another status.' },
  REASON_MISSING: { ru: 'Нужна причина.', en: 'A reason is needed.' },
  REASON_NOT_FOR_PEOPLE: { ru: 'Эту причину ставит только сама система.', en: 'Only the system gives this reason.' },
  QUESTIONS_TOO_MANY: { ru: 'Вопросов в обращении может быть не больше {max}.', en: 'An appeal has at most {max} questions.' },
  QUESTION_UNKNOWN: { ru: 'Такого вопроса в обращении нет.', en: 'The appeal has no such question.' },
  QUESTION_RESULT_MISSING: { ru: 'Отметьте результат по каждому вопросу.', en: 'Mark the result of every question.' },
  ANSWER_EMPTY: { ru: 'Напишите ответ.', en: 'Write the answer.' },
  ANSWER_TOO_LONG: { ru: 'Ответ длиннее {max} знаков: сейчас {length}.', en: 'The answer is longer than {max} characters: it has {length}.' },
  COMMENT_TOO_LONG: { ru: 'Комментарий длиннее {max} знаков: сейчас {length}.', en: 'The comment is longer than {max} characters: it has {length}.' },
  MARK_MISSING: { ru: 'Поставьте отметку от 1 до 5.', en: 'Give a mark from 1 to 5.' },
  MARK_OUT_OF_RANGE: { ru: 'Отметка бывает от 1 до 5.', en: 'A mark is 1 to 5.' },
  FEEDBACK_LINK_UNKNOWN: { ru: 'Ссылка недействительна. Оценить ответ можно по номеру и коду обращения.', en: 'The link is not valid. You can mark the answer with the number and code of the appeal.' },
  FEEDBACK_LINK_USED: { ru: 'По этой ссылке оценка уже записана. Изменить её можно по номеру и коду обращения.', en: 'A mark was already recorded with this link. You can change it with the number and code of the appeal.' },
  FEEDBACK_LINK_EXPIRED: { ru: 'Срок для оценки этого ответа прошёл.', en: 'The time to mark this answer is over.' },
  FEEDBACK_NOT_POSSIBLE: { ru: 'Оценить можно только полученный ответ, пока не прошёл срок оценки.', en: 'Only a delivered answer can be marked, within the feedback window.' },
  FEEDBACK_ACCESS_MISSING: { ru: 'Нужна ссылка из письма или номер и код обращения.', en: 'The link of the mail, or number and code of the appeal, is needed.' },
  NOTHING_TO_SAVE: { ru: 'Сохранять нечего.', en: 'There is nothing to save.' },
  COMMENT_ABSENT: { ru: 'В этой оценке нет комментария.', en: 'There is no comment to this mark.' },
  DRAFT_STALE: { ru: 'Черновик тем временем сохранил другой человек. Ваш текст остался у вас.', en: 'Somebody else saved the draft meanwhile. Your text is still with you.' },
  TWO_FACTOR_REQUIRED: {
    ru: 'Сначала включите вход по одноразовому коду: без него эта роль работать не может.',
    en: 'First switch on sign-in with a one-time code: this role cannot work without it.',
  },
  PERSON_NAME_EMPTY: {
    ru: 'Укажите, как зовут человека.',
    en: 'Write the person’s name.',
  },
  PASSWORD_TOO_SHORT: {
    ru: 'Пароль короче {min} знаков.',
    en: 'The password is shorter than {min} characters.',
  },
  PASSWORD_TOO_LONG: {
    ru: 'Пароль длиннее {max} знаков.',
    en: 'The password is longer than {max} characters.',
  },
  ACCOUNT_EXISTS: {
    ru: 'С этим адресом почты уже есть учётная запись.',
    en: 'There is an account with this e-mail address already.',
  },
  ACCOUNT_IS_OWN: {
    ru: 'Свою учётную запись менять и отключать нельзя: попросите другого администратора или координатора.',
    en: 'You cannot change or deactivate your own account: ask another administrator or coordinator.',
  },
  ACCOUNT_REGIONS_MISSING: {
    ru: 'Укажите хотя бы один регион.',
    en: 'Name at least one region.',
  },
  ACCOUNT_DEPUTY_MISSING: {
    ru: 'Укажите депутата.',
    en: 'Name the deputy.',
  },
  ACCOUNT_SCOPE_TOO_WIDE: {
    ru: 'Эта роль не связана с регионом или депутатом: уберите их.',
    en: 'This role has no region or deputy: leave them out.',
  },
  LAST_ADMINISTRATOR: {
    ru: 'Это последний действующий администратор.',
    en: 'This is the last active administrator.',
  },
  HAND_OVER_NEEDED: {
    ru: 'У депутата в работе обращений: {count}. Выберите, кому их передать.',
    en: 'The deputy has open appeals: {count}. Choose who takes them over.',
  },
  HAND_OVER_TO_THE_SAME: {
    ru: 'Обращения уже у этого депутата.',
    en: 'This deputy has the appeals already.',
  },
  HAND_OVER_INCOMPLETE: {
    ru: 'Передано обращений: {moved}. Ещё {left} в это время меняли другие люди: повторите.',
    en: 'Appeals handed over: {moved}. {left} more were being changed by others: repeat it.',
  },
  DEPUTY_NOT_REACHABLE: {
    ru: 'До этого депутата не дойдёт: нет ни действующей учётной записи, ни подтверждённого контакта.',
    en: 'This deputy cannot be reached: there is no active account and no confirmed contact.',
  },
  INVITATION_WAITING: {
    ru: 'Этого человека уже пригласили, и ответа ещё нет. Приглашение можно отправить повторно.',
    en: 'This person was invited already and has not answered yet. The invitation can be sent again.',
  },
  INVITATION_NOT_WAITING: {
    ru: 'Это приглашение уже принято или отозвано.',
    en: 'This invitation was accepted or revoked already.',
  },
  INVITATION_UNKNOWN: {
    ru: 'Ссылка недействительна. Возможно, приглашение отправили ещё раз: возьмите ссылку из последнего письма.',
    en: 'The link is not valid. The invitation may have been sent again: take the link of the last letter.',
  },
  INVITATION_USED: {
    ru: 'По этому приглашению учётная запись уже создана. Войдите с её адресом и паролем.',
    en: 'An account was made with this invitation already. Sign in with its address and password.',
  },
  INVITATION_EXPIRED: {
    ru: 'Срок приглашения прошёл. Попросите отправить его ещё раз.',
    en: 'The invitation has expired. Ask to have it sent again.',
  },
  INVITATION_REVOKED: {
    ru: 'Приглашение отозвано.',
    en: 'The invitation was revoked.',
  },
};

export const MESSAGE_CODES: readonly string[] = Object.keys(MESSAGES);

/** The sentence for a code in the person's language; a code without words is a mistake of ours and says so itself. */
export function messageOf(code: string, locale: Locale, params: Params = {}): string {
  const text = MESSAGES[code]?.[locale] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
