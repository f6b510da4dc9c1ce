import { catalogue } from '../../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: {
    'message.CLARIFICATION_REQUEST': 'Просьба уточнить',
    'message.CLARIFICATION': 'Уточнение заявителя',
    'message.REJECTION': 'Отказ',
    'message.ANSWER': 'Ответ',
  },
  en: {
    'message.CLARIFICATION_REQUEST': 'Request to clarify',
    'message.CLARIFICATION': 'The applicant’s clarification',
    'message.REJECTION': 'Rejection',
    'message.ANSWER': 'Answer',
  },
});
