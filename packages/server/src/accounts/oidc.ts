import { APIError, type BetterAuthPlugin } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { OidcConfig } from '../config.oidc.js';

/** Codes at the sign-in page, after the library's own words for what went wrong; all others are OIDC_FAILED. */
const CODES: Record<string, string> = {
  state_mismatch: 'OIDC_STATE_INVALID', state_not_found: 'OIDC_STATE_INVALID', state_invalid: 'OIDC_STATE_INVALID',
  access_denied: 'OIDC_DENIED',
  email_not_found: 'OIDC_EMAIL_NOT_CONFIRMED', account_not_linked: 'OIDC_EMAIL_NOT_CONFIRMED',
  // No account, a deactivated one, or one with another address by now: the same to whoever asks.
  signup_disabled: 'OIDC_NO_ACCOUNT', INVALID_EMAIL_OR_PASSWORD: 'OIDC_NO_ACCOUNT', EMAIL_OF_ANOTHER: 'OIDC_NO_ACCOUNT',
  OIDC_UNAVAILABLE: 'OIDC_UNAVAILABLE',
};

export const oidcCode = (error: string): string => CODES[error] ?? 'OIDC_FAILED';

/** The address of the account that a provider's subject came in to before. */
type EmailOf = (providerId: string, subject: string) => Promise<string | null>;

/** A provider as the library keeps it, as far as we touch it. */
interface Provider {
  id: string;
  getUserInfo(tokens: { idToken?: string }): Promise<{ user: { email?: string | null; emailVerified?: unknown }; data: Record<string, unknown> } | null>;
}

/**
 * Sign-in by OpenID Connect for those who have an account: never makes one. PKCE and state always; with an issuer its discovery
 * document is read at the first sign-in and not at start, so that a provider that is away stops nobody else, and the ID token is verified
 * (signature, issuer, audience, nonce). With single addresses the claims come from the token and userinfo addresses over TLS.
 */
export function oidcPlugin(config: OidcConfig, emailOf: EmailOf): BetterAuthPlugin {
  const { id, name, clientId, clientSecret, scopes, issuer, authorizationUrl, tokenUrl, userInfoUrl } = config;
  const library = genericOAuth({
    config: [{
      providerId: id, name, clientId, clientSecret, scopes, pkce: true, disableSignUp: true,
      accountSubject: ({ profile }) => String(profile.sub ?? profile.id ?? ''),
      ...(issuer ? { discoveryUrl: `${issuer}/.well-known/openid-configuration`, requireIdTokenVerification: true }
        : { authorizationUrl: authorizationUrl!, tokenUrl: tokenUrl!, userInfoUrl: userInfoUrl! }),
    }],
  });
  let known: Provider | null = null;
  return {
    id: 'oidc',
    init: (ctx) => ({
      context: {
        // The library asks a function for the provider each time it needs it.
        socialProviders: [async () => {
          if (!known) {
            const { context } = await library.init(ctx as never) as unknown as { context: { socialProviders: Provider[] } };
            const found = context.socialProviders.find((provider) => provider.id === id);
            if (!found) throw new APIError('SERVICE_UNAVAILABLE', { code: 'OIDC_UNAVAILABLE', message: 'The provider does not answer' });
            known = careful(found, emailOf);
          }
          return known;
        }] as never,
      },
    }),
  };
}

/**
 * Three checks that the library leaves out: userinfo speaks of the one whom the ID token names; the address is confirmed, or there is none;
 * and who came in before still has the address of that account, since it is the address that we trust.
 */
function careful(provider: Provider, emailOf: EmailOf): Provider {
  const getUserInfo = provider.getUserInfo.bind(provider);
  return Object.assign(provider, {
    getUserInfo: async (tokens: { idToken?: string }) => {
      const told = await getUserInfo(tokens);
      if (!told) return null;
      const subject = tokens.idToken ? subjectOf(tokens.idToken) : null;
      if (subject !== null && String(told.data['sub'] ?? '') !== subject) return null;
      const confirmed = told.data['email_verified'] === true || told.data['email_verified'] === 'true';
      if (confirmed) {
        const before = await emailOf(provider.id, String(told.data['sub'] ?? ''));
        if (before !== null && before !== told.user.email?.toLowerCase()) throw new APIError('FORBIDDEN', { code: 'EMAIL_OF_ANOTHER', message: 'Another address by now' });
      }
      return confirmed ? { ...told, user: { ...told.user, emailVerified: true } } : { ...told, user: { ...told.user, email: null, emailVerified: false } };
    },
  });
}

/** Whom an ID token names; its signature was checked before. */
function subjectOf(idToken: string): string | null {
  try {
    const { sub } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as { sub?: unknown };
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
