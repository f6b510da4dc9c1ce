/** How a sign-in ended; `wrong` is a wrong e-mail or password, `tooMany` asks to wait. */
export type SignInOutcome = 'ok' | 'wrong' | 'tooMany' | 'network';

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Opens a session; its cookie is httpOnly, so that nothing is kept here. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await post('/api/auth/sign-in/email', { email, password });
    if (response.ok) return 'ok';
    if (response.status === 429) return 'tooMany';
    return response.status >= 500 ? 'network' : 'wrong';
  } catch {
    return 'network';
  }
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}
