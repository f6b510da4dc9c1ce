import { catalogue } from '../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: { 'title': 'Подключение регионов' },
  en: { 'title': 'Roll-out' },
});
