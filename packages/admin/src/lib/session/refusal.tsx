import { useText } from '../i18n/use-text';
import { NO_ANSWER, TOO_MANY } from './auth-api';
import { Failure } from '../../ui/failure';
import { messages } from './messages';

type Key = keyof (typeof messages)['ru'];

/** The codes of /api/auth that a person can do something about. */
const WORDS: Record<string, Key> = {
  [NO_ANSWER]: 'error.network',
  INVALID_EMAIL_OR_PASSWORD: 'error.wrong',
  INVALID_EMAIL: 'error.email',
  INVALID_CODE: 'error.code',
  INVALID_BACKUP_CODE: 'error.recoveryCode',
  INVALID_TWO_FACTOR_COOKIE: 'error.stepExpired',
  INVALID_PASSWORD: 'error.password',
  OIDC_UNAVAILABLE: 'error.providerAway',
  PASSWORD_TOO_SHORT: 'error.short',
  PASSWORD_TOO_LONG: 'error.long',
};

/** «1:05», and below a minute «42 с». */
function useTimeLeft(seconds: number): string {
  const t = useText(messages);
  return seconds >= 60 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : t('wait.seconds', { n: seconds });
}

/** Why it did not go on; while the server asks to wait, for how long. Only its appearance is announced, not every second. */
export function RefusalNote({ code, wait }: { code: string | null; wait: number }) {
  const t = useText(messages);
  const left = useTimeLeft(wait);
  if (!code) return null;
  if (code !== TOO_MANY) return <Failure>{t(WORDS[code] ?? 'error.unknown')}</Failure>;
  return wait > 0 ? (
    <Failure>
      {t('error.tooMany')} <span aria-live="off">{t('wait.left', { left })}</span>
    </Failure>
  ) : null;
}
