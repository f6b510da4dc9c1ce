import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export const CLIENT = { id: 'voter-deputy', secret: 'a-secret-of-the-provider' };

/** Somebody whom the provider knows. */
export interface ProviderPerson {
  email: string;
  verified: boolean;
}

/** A real provider of OpenID Connect on a port of its own. @param redirectUri where it may send people back */
export async function startProvider(redirectUri: string) {
  const people = new Map<string, ProviderPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['test-key-of-the-provider'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, email: person.email, email_verified: person.verified, name: 'Имя у поставщика' }) };
    },
  };
  const provider = new Provider(issuer, configuration);
  server.on('request', provider.callback());

  /** What a browser does at the provider: signs in, agrees, and is sent back. @returns the address that it is sent back to */
  const visit = async (url: string, subject: string, deny = false): Promise<URL> => {
    const jar = new Map<string, string>();
    let [at, body] = [new URL(url), null as URLSearchParams | null];
    for (let step = 0; step < 15; step += 1) {
      const response = await fetch(at, {
        method: body ? 'POST' : 'GET', redirect: 'manual', ...(body ? { body } : {}), headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = cookie.split(';')[0]!.split(/=(.*)/);
        if (value === '') jar.delete(name); else jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (location) {
        [at, body] = [new URL(location, at), null];
        if (at.origin !== issuer) return at;
        continue;
      }
      const page = await response.text();
      if (deny) {
        [at, body] = [new URL(`${at.pathname}/abort`, issuer), null];
        continue;
      }
      if (!at.pathname.startsWith('/interaction/')) throw new Error(`${response.status} ${at.href}: ${page.slice(0, 300)}`);
      body = new URLSearchParams(page.includes('value="login"') ? { prompt: 'login', login: subject, password: 'x' } : { prompt: 'consent' });
      at = new URL(/action="([^"]+)"/.exec(page)![1]!, issuer);
    }
    throw new Error('the provider goes round in circles');
  };
  return {
    issuer, people, visit,
    stop: () => new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
export type TestProvider = Awaited<ReturnType<typeof startProvider>>;
