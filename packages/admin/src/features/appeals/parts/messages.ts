import { catalogue } from '../../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: {
    'message.CLARIFICATION_REQUEST': 'Просьба уточнить',
    'message.CLARIFICATION': 'Уточнение заявителя',
    'message.REJECTION': 'Отказ',
    'message.ANSWER': 'Ответ',
    'message.FORWARDED_OUTSIDE': 'Направлено по компетенции',
    'message.EXTENSION': 'Срок продлён',
    'message.REOPENING': 'Заявитель возобновил обращение',
    'presence.READING': '{name} смотрит',
    'presence.DECIDING': '{name} решает',
    'presence.ANSWERING': '{name} пишет ответ',
    'undo': 'Отменить',
    'undo.done': 'Отменено, всё как было',
  },
  en: {
    'message.CLARIFICATION_REQUEST': 'Request to clarify',
    'message.CLARIFICATION': 'The applicant’s clarification',
    'message.REJECTION': 'Rejection',
    'message.ANSWER': 'Answer',
    'message.FORWARDED_OUTSIDE': 'Sent to the body in charge',
    'message.EXTENSION': 'Deadline extended',
    'message.REOPENING': 'The applicant reopened it',
    'presence.READING': '{name} is looking',
    'presence.DECIDING': '{name} is deciding',
    'presence.ANSWERING': '{name} is writing the answer',
    'undo': 'Undo',
    'undo.done': 'Taken back: everything is as it was',
  },
});
