import { catalogue } from '../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: { 'title': 'Оценки заявителей' },
  en: { 'title': 'Feedback' },
});
