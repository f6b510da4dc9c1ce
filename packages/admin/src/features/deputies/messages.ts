import { catalogue } from '../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: { 'title': 'Депутаты' },
  en: { 'title': 'Deputies' },
});
