import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { Block, Letter } from './letter.js';

/** What the letters to people of the console may say. */
export interface InvitationFacts {
  serviceName: string;
  name: string;
  role: Role;
  regions: readonly string[];
  deputyName: string | null;
  invitedByName: string;
  expiresAt: Date;
  url: string;
}

export interface PasswordResetFacts {
  serviceName: string;
  name: string;
  url: string;
}

interface AccountLetters {
  INVITATION(facts: InvitationFacts): Letter;
  PASSWORD_RESET(facts: PasswordResetFacts): Letter;
}

const ROLES: Record<Locale, Record<Role, string>> = {
  ru: {
    MODERATOR: 'модератор', COORDINATOR: 'координатор', ADMINISTRATOR: 'администратор', ANALYST: 'аналитик', DEPUTY: 'депутат', AIDE: 'помощник депутата',
  },
  en: { MODERATOR: 'moderator', COORDINATOR: 'coordinator', ADMINISTRATOR: 'administrator', ANALYST: 'analyst', DEPUTY: 'deputy', AIDE: "deputy's aide" },
};

const moment = (locale: Locale): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Moscow' });
const MOMENTS = { ru: moment('ru'), en: moment('en') };

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const link = (label: string, url: string): Block => ({ kind: 'links', links: [{ label, url }] });

const RU: AccountLetters = {
  INVITATION: ({ serviceName, name, role, regions, deputyName, invitedByName, expiresAt, url }) => ({
    subject: `Приглашение в сервис «${serviceName}»`,
    blocks: [
      paragraph(`Здравствуйте, ${name}!`),
      paragraph(`${invitedByName} приглашает вас работать в сервисе «${serviceName}».`),
      { kind: 'facts', rows: [
        ['Ваша роль', ROLES.ru[role]],
        ...(regions.length > 0 ? [[regions.length === 1 ? 'Регион' : 'Регионы', regions.join(', ')] as const] : []),
        ...(deputyName ? [['Депутат', deputyName] as const] : []),
        ['Ссылка действует до', `${MOMENTS.ru.format(expiresAt)} (мск)`],
      ] },
      link('Принять приглашение и придумать пароль', url),
      paragraph('По ссылке можно пройти один раз. Никому её не пересылайте. Если вы не ждали этого письма, просто удалите его.'),
      paragraph(`${serviceName}\nЭто письмо отправлено автоматически, отвечать на него не нужно.`),
    ],
  }),
  PASSWORD_RESET: ({ serviceName, name, url }) => ({
    subject: `Новый пароль в сервисе «${serviceName}»`,
    blocks: [
      paragraph(`Здравствуйте, ${name}!`),
      paragraph('Кто-то, наверное вы, попросил новый пароль для вашей учётной записи.'),
      link('Придумать новый пароль', url),
      paragraph('Ссылка действует один час, пройти по ней можно один раз. После смены пароля вы выйдете из сервиса на всех устройствах.'),
      paragraph('Если вы ничего не просили, удалите это письмо: пароль останется прежним.'),
      paragraph(`${serviceName}\nЭто письмо отправлено автоматически, отвечать на него не нужно.`),
    ],
  }),
};

const EN: AccountLetters = {
  INVITATION: ({ serviceName, name, role, regions, deputyName, invitedByName, expiresAt, url }) => ({
    subject: `Invitation to “${serviceName}”`,
    blocks: [
      paragraph(`Hello ${name},`),
      paragraph(`${invitedByName} invites you to work in “${serviceName}”.`),
      { kind: 'facts', rows: [
        ['Your role', ROLES.en[role]],
        ...(regions.length > 0 ? [[regions.length === 1 ? 'Region' : 'Regions', regions.join(', ')] as const] : []),
        ...(deputyName ? [['Deputy', deputyName] as const] : []),
        ['The link works until', `${MOMENTS.en.format(expiresAt)} (Moscow time)`],
      ] },
      link('Accept the invitation and choose a password', url),
      paragraph('The link works once. Do not pass it on. If you did not expect this letter, just delete it.'),
      paragraph(`${serviceName}\nThis letter was sent automatically; there is no need to reply.`),
    ],
  }),
  PASSWORD_RESET: ({ serviceName, name, url }) => ({
    subject: `New password for “${serviceName}”`,
    blocks: [
      paragraph(`Hello ${name},`),
      paragraph('Somebody, probably you, asked for a new password for your account.'),
      link('Choose a new password', url),
      paragraph('The link works for one hour, and once. After the change you will be signed out on all devices.'),
      paragraph('If you did not ask for it, delete this letter: the password stays as it is.'),
      paragraph(`${serviceName}\nThis letter was sent automatically; there is no need to reply.`),
    ],
  }),
};

export const ACCOUNT_LETTERS: Record<Locale, AccountLetters> = { ru: RU, en: EN };
