import { catalogue } from '../../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: {
    'title': 'Приложенные файлы',
    'photo': 'Открыть фотографию: {name}',
    'of': '{n} из {all}',
    'previous': 'Предыдущая',
    'next': 'Следующая',
    'download': 'Скачать',
    'original': 'Исходный файл',
    'original.note': 'В исходном файле могут быть место и время съёмки. Открытие записывается в историю, заявитель его увидит.',
    'hash': 'SHA-256 исходного файла',
    'scanning': 'проверяется на вирусы',
    'infected': 'удалён: найден вирус',
  },
  en: {
    'title': 'Attached files',
    'photo': 'Open the photo: {name}',
    'of': '{n} of {all}',
    'previous': 'Previous',
    'next': 'Next',
    'download': 'Download',
    'original': 'Original file',
    'original.note': 'The original may tell where and when the photo was taken. Opening it is put on record, and the applicant sees it.',
    'hash': 'SHA-256 of the original',
    'scanning': 'being scanned for viruses',
    'infected': 'removed: a virus was found',
  },
});
