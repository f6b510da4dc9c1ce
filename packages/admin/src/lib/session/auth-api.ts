/** What the library behind /api/auth said no to; `code` is its own, `retryAfter` the seconds to wait where it asks to. */
export interface AuthRefusal {
  ok: false;
  code: string;
  retryAfter: number | null;
}

/** How a question to /api/auth ended. */
export type AuthAnswer<T = unknown> = { ok: true; data: T } | AuthRefusal;

/** No answer at all, or one that only says that the server is in trouble. */
export const NO_ANSWER = 'NETWORK';
/** Too many attempts: `retryAfter` says for how long. */
export const TOO_MANY = 'RATE_LIMITED';

/** Where the server asks to wait and does not say how long. */
const USUAL_WAIT_S = 60;

async function post<T>(path: string, body: object): Promise<AuthAnswer<T>> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const data = (await response.json().catch(() => ({}))) as T & { code?: string };
    if (response.ok) return { ok: true, data };
    if (response.status === 429) return { ok: false, code: TOO_MANY, retryAfter: Number(response.headers.get('retry-after')) || USUAL_WAIT_S };
    const broken = response.status >= 500 && (data.code === undefined || data.code === 'INTERNAL_SERVER_ERROR');
    return { ok: false, code: broken ? NO_ANSWER : (data.code ?? 'UNKNOWN'), retryAfter: null };
  } catch {
    return { ok: false, code: NO_ANSWER, retryAfter: null };
  }
}

/** Opens a session; its cookie is httpOnly, so that nothing is kept here. With `twoFactorRedirect` it opens only after a code. */
export const signIn = (email: string, password: string) => post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });

/** The second step, by the six digits of the app. Signed in, it confirms a factor that is being switched on. */
export const giveCode = (code: string) => post('/two-factor/verify-totp', { code });

/** The second step, by one of the recovery codes; each works once. */
export const giveRecoveryCode = (code: string) => post('/two-factor/verify-backup-code', { code });

/** Ends the session. */
export const signOut = () => post('/sign-out', {});

/** Asks for the mail with a link to a new password. The answer is the same whether the account exists. */
export const askForReset = (email: string) => post('/request-password-reset', { email });

/** Sets a new password by the token of the mail. */
export const resetPassword = (token: string, newPassword: string) => post('/reset-password', { token, newPassword });

/** Sets a new password by the old one. */
export const changePassword = (currentPassword: string, newPassword: string, revokeOtherSessions: boolean) =>
  post('/change-password', { currentPassword, newPassword, revokeOtherSessions });

/** The address of another organisation's sign-in, and back from there to `callbackURL`, a path of the console. */
export const signInThrough = (providerId: string, callbackURL: string, errorCallbackURL: string) =>
  post<{ url?: string }>('/sign-in/oauth2', { providerId, callbackURL, errorCallbackURL });

/** Prepares a second factor; it is on once `giveCode` has confirmed it. */
export const prepareSecondFactor = (password: string) => post<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password });

/** Switches the second factor off. */
export const dropSecondFactor = (password: string) => post('/two-factor/disable', { password });

/** New recovery codes; the earlier ones stop working. */
export const newRecoveryCodes = (password: string) => post<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password });
