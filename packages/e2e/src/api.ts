import { randomInt } from 'node:crypto';
import { expect, inject } from 'vitest';

/** The demonstration's accounts; all share one password. */
export const ACCOUNTS = {
  administrator: 'admin@demo.test', moderator: 'moderator@demo.test', coordinator: 'coordinator@demo.test', deputy: 'deputy@demo.test', aide: 'aide@demo.test',
} as const;
export const PASSWORD = 'demo-demo-demo';
/** The region of the demonstration's moderator and deputy. */
export const REGION = { code: 'RU-NVS', name: 'Новосибирская область' } as const;
/** A topic of the reference, by code and name. */
export const TOPIC = { code: 'economy.roads', name: 'Дороги и тротуары' } as const;

/** Words that no other appeal has, so that a story finds its own. */
export const unique = (words: string): string => `${words} ${randomInt(10_000, 99_999)}${randomInt(1_000, 9_999)}`;

/** What a program outside the browser sends, as curl would. */
export async function graphql<Data>(query: string, variables: object = {}, cookie = ''): Promise<Data> {
  const response = await fetch(`${inject('productUrl')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'ru', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data as Data;
}

/** The cookie of a session. */
export async function sessionOf(email: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${inject('productUrl')}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: inject('productUrl') },
    body: JSON.stringify({ email, password }),
  });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

export interface Submitted {
  number: string;
  code: string;
  subject: string;
}

interface SubmitPayload {
  submitAppeal: { appeal: { number: string } | null; code: string | null; errors: { code: string; field: string | null }[] };
}

/** An appeal of the story's own, sent without a browser. */
export async function submit(input: { subject: string; text?: string; deputyId?: string; topicCode?: string; email?: string }): Promise<Submitted> {
  const { subject, text = 'Просим разобраться и ответить, что и когда будет сделано.', email = 'e2e@example.test', ...rest } = input;
  const { submitAppeal } = await graphql<SubmitPayload>(
    'mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { appeal { number } code errors { code field } } }',
    { input: { regionCode: REGION.code, subject, text, consent: true, applicant: { name: 'Вера Павловна Орлова', email }, ...rest } },
  );
  expect(submitAppeal.errors).toEqual([]);
  return { number: submitAppeal.appeal?.number ?? '', code: submitAppeal.code ?? '', subject };
}

/** The deputy of the demonstration's account. */
export async function demoDeputy(): Promise<{ id: string; name: string }> {
  const { me } = await graphql<{ me: { deputy: { id: string; name: string } } }>('{ me { deputy { id name } } }', {}, await sessionOf(ACCOUNTS.deputy));
  return me.deputy;
}

/** An appeal in the moderator's eyes: id and version, to make a move without a window. */
export async function found({ number }: Pick<Submitted, 'number'>, cookie: string): Promise<{ id: string; version: number; questions: { id: string }[] }> {
  const { appeals } = await graphql<{ appeals: { edges: { node: { id: string; number: string; version: number; questions: { id: string }[] } }[] } }>(
    'query($number: String!) { appeals(filter: { search: $number }, first: 5) { edges { node { id number version questions { id } } } } }', { number }, cookie,
  );
  const node = appeals.edges.find((edge) => edge.node.number === number)?.node;
  if (!node) throw new Error(`appeal ${number} is not found`);
  return node;
}

/** An appeal that has come to the demonstration's deputy, registered without a window. */
export async function registered(letter: { subject: string; text?: string }): Promise<Submitted & { id: string }> {
  const deputy = await demoDeputy();
  const sent = await submit({ ...letter, deputyId: deputy.id });
  const moderator = await sessionOf(ACCOUNTS.moderator);
  const { id, version } = await found(sent, moderator);
  const { registerAppeal } = await graphql<{ registerAppeal: { errors: unknown[] } }>(
    'mutation($input: RegisterAppealInput!) { registerAppeal(input: $input) { errors { code field } } }',
    { input: { id, version, topicCode: TOPIC.code, deputyId: deputy.id, kind: 'APPLICATION' } }, moderator,
  );
  expect(registerAppeal.errors).toEqual([]);
  return { ...sent, id };
}

/** An appeal that the demonstration's deputy has answered without a window, and the link of the mail about it. */
export async function answered(letter: { subject: string; text?: string }, answer: string): Promise<Submitted & { id: string; link: string }> {
  const sent = await registered(letter);
  const deputy = await sessionOf(ACCOUNTS.deputy);
  const { version, questions } = await found(sent, deputy);
  const { answerAppeal } = await graphql<{ answerAppeal: { errors: unknown[] } }>(
    'mutation($input: AnswerAppealInput!) { answerAppeal(input: $input) { errors { code field } } }',
    { input: { id: sent.id, version, text: answer, questions: questions.map(({ id }) => ({ id, result: 'MEASURES_TAKEN' })) } }, deputy,
  );
  expect(answerAppeal.errors).toEqual([]);
  const administrator = await sessionOf(ACCOUNTS.administrator);
  let link = '';
  await expect.poll(async () => {
    const { outbox } = await graphql<{ outbox: { edges: { node: { text: string | null } }[] } }>(
      'query($search: String!) { outbox(filter: { search: $search, kind: [ANSWERED] }, first: 1) { edges { node { text } } } }', { search: sent.number }, administrator,
    );
    link = /\/feedback\/[\w-]+/.exec(outbox.edges[0]?.node.text ?? '')?.[0] ?? '';
    return link;
  }, { timeout: 15_000 }).not.toBe('');
  return { ...sent, link };
}
