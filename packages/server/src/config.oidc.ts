import { httpUrl, slug, text, words } from './config.parse.js';
import { setting } from './config.setting.js';

/** The settings of sign-in by OpenID Connect. */
export const OIDC_SETTINGS = {
  OIDC_ID: setting({
    default: 'sso',
    ru: 'Вход через OpenID Connect: короткое имя в адресе возврата PUBLIC_URL/api/auth/callback/OIDC_ID',
    en: 'Sign-in by OpenID Connect: the short name in the return address PUBLIC_URL/api/auth/callback/OIDC_ID',
    parse: slug,
  }),
  OIDC_NAME: setting({
    default: 'единый вход',
    ru: 'Его название на кнопке «Войти через …»',
    en: 'Its name on the button «Sign in with …»',
    parse: text,
  }),
  OIDC_ISSUER: setting({
    default: '',
    ru: 'Адрес поставщика; остальные адреса и ключи берутся из его /.well-known/openid-configuration',
    en: 'The address of the provider; the other addresses and keys come from its /.well-known/openid-configuration',
    parse: httpUrl,
  }),
  OIDC_AUTHORIZATION_URL: setting({
    default: '',
    ru: 'Вместо OIDC_ISSUER: адрес страницы входа поставщика',
    en: "Instead of OIDC_ISSUER: the address of the provider's sign-in page",
    parse: httpUrl,
  }),
  OIDC_TOKEN_URL: setting({
    default: '',
    ru: 'Вместо OIDC_ISSUER: адрес выдачи маркеров',
    en: 'Instead of OIDC_ISSUER: the address that gives out tokens',
    parse: httpUrl,
  }),
  OIDC_USERINFO_URL: setting({
    default: '',
    ru: 'Вместо OIDC_ISSUER: адрес сведений о вошедшем',
    en: 'Instead of OIDC_ISSUER: the address that tells who signed in',
    parse: httpUrl,
  }),
  OIDC_CLIENT_ID: setting({
    default: '',
    ru: 'Под каким именем сервис записан у поставщика; с ним вход включается',
    en: 'The name under which the provider knows this service; with it this way of signing in is on',
    parse: text,
  }),
  OIDC_CLIENT_SECRET: setting({
    default: '',
    ru: 'Секрет, выданный поставщиком',
    en: 'The secret that the provider gave out',
    parse: text,
  }),
  OIDC_SCOPES: setting({
    default: 'openid email profile',
    ru: 'О чём спрашивать поставщика, через пробел; нужна подтверждённая почта',
    en: 'What to ask the provider for, separated by spaces; a verified e-mail address is needed',
    parse: words,
  }),
};

/** A provider of OpenID Connect: found by its issuer, or named address by address. */
export interface OidcConfig {
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
  scopes: string[];
  issuer: string | null;
  authorizationUrl: string | null;
  tokenUrl: string | null;
  userInfoUrl: string | null;
}

/** Reads the rows above: null where nothing is set and there is no default. */
type Read = <N extends keyof typeof OIDC_SETTINGS>(name: N) => ReturnType<(typeof OIDC_SETTINGS)[N]['parse']> | null;

/** The provider of the settings; null when there is none. @param refuse ends the start with a sentence for the person */
export function oidcOf(read: Read, refuse: (sentence: string) => never): OidcConfig | null {
  const clientId = read('OIDC_CLIENT_ID');
  if (!clientId) return null;
  const clientSecret = read('OIDC_CLIENT_SECRET')
    ?? refuse('Настройка OIDC_CLIENT_SECRET: задайте секрет, выданный поставщиком вместе с OIDC_CLIENT_ID.');
  const [issuer, authorizationUrl, tokenUrl, userInfoUrl] = [
    read('OIDC_ISSUER'), read('OIDC_AUTHORIZATION_URL'), read('OIDC_TOKEN_URL'), read('OIDC_USERINFO_URL'),
  ];
  if (!issuer && !(authorizationUrl && tokenUrl && userInfoUrl)) {
    refuse('Настройка OIDC_ISSUER: укажите адрес поставщика или все три адреса OIDC_AUTHORIZATION_URL, OIDC_TOKEN_URL и OIDC_USERINFO_URL.');
  }
  return {
    id: read('OIDC_ID')!, name: read('OIDC_NAME')!, clientId, clientSecret, scopes: read('OIDC_SCOPES')!, issuer, authorizationUrl, tokenUrl, userInfoUrl,
  };
}
