import { catalogue } from '../../../lib/i18n/catalogue';

export const messages = catalogue({
  ru: {
    'title': 'Заметки',
    'who': 'Видят только сотрудники: модераторы, депутат и помощник. Заявителю не отправляются.',
    'note': 'Заметка',
    'text': 'Новая заметка для коллег',
    'text.placeholder': 'Что важно знать коллегам…',
    'add': 'Добавить заметку',
    'save': 'Сохранить заметку',
    'cancel': 'Отмена',
    'saved': 'Заметка сохранена. Её видят только сотрудники.',
    'failed': 'Заметка не сохранена: {reason}',
    'over': '{n, plural, one {длиннее на # знак} few {длиннее на # знака} many {длиннее на # знаков} other {длиннее на # знака}}',
  },
  en: {
    'title': 'Notes',
    'who': 'Seen by the office alone: moderators, the deputy and the aide. Never sent to the applicant.',
    'note': 'Note',
    'text': 'A new note for colleagues',
    'text.placeholder': 'What colleagues should know…',
    'add': 'Add a note',
    'save': 'Save the note',
    'cancel': 'Cancel',
    'saved': 'The note is saved. Only the office sees it.',
    'failed': 'The note was not saved: {reason}',
    'over': '{n, plural, one {# character too long} other {# characters too long}}',
  },
});
