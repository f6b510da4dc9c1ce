import { catalogue } from '../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: { 'title': 'Письма' },
  en: { 'title': 'Mail' },
});
