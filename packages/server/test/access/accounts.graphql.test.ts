import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { beforeAll, expect, test, vi } from 'vitest';
import { AboutResolver } from '../../src/accounts/about.resolver.js';
import { ViewerResolver } from '../../src/accounts/viewer.resolver.js';
import { ANONYMOUS, type StaffActor } from '../../src/shared/actor.js';

const ANALYST: StaffActor = {
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date(0), name: 'Аналитик', email: 'a@example.test',
  role: 'ANALYST', regions: [], deputyId: null,
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema({ resolvers: [ViewerResolver, AboutResolver], validate: false });
});

const ask = (source: string, context: object) => graphql({ schema, source, contextValue: { locale: 'ru', ...context } });
const config = (demo: boolean) => ({ demo, serviceName: 'Служба', partyAccent: '#112233', requireTwoFactor: [] });

test('nobody is signed in: me is null, and a language cannot be set', async () => {
  const setLocale = vi.fn();
  expect(await ask('{ me { name } }', { actor: ANONYMOUS })).toEqual({ data: { me: null } });
  const refused = await ask('mutation { setLocale(locale: en) { id } }', { actor: ANONYMOUS, accounts: { setLocale } });
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(setLocale).not.toHaveBeenCalled();
});

test('a person is told who they are, and sets the language for themselves alone', async () => {
  const setLocale = vi.fn();
  const { data } = await ask('mutation { setLocale(locale: en) { id name email role allRegions regions { code } deputy { id } } }', {
    actor: ANALYST, accounts: { setLocale }, config: config(false),
  });
  expect(data?.['setLocale']).toEqual({
    id: 'a', name: 'Аналитик', email: 'a@example.test', role: 'ANALYST', allRegions: true, regions: [], deputy: null,
  });
  expect(setLocale).toHaveBeenCalledExactlyOnceWith(ANALYST, 'en');
});

test('the known password cannot be read outside a demonstration', async () => {
  const query = '{ about { serviceName accent demonstration demoAccounts { email password role } limits { subject answer } } }';
  const real = await ask(query, { config: config(false) });
  expect(real.data?.['about']).toEqual({
    serviceName: 'Служба', accent: '#112233', demonstration: false, demoAccounts: [], limits: { subject: 300, answer: 20_000 },
  });
  const demo = await ask(query, { config: config(true) });
  expect(demo.data?.['about']).toMatchObject({ demonstration: true });
  expect(demo.data).toHaveProperty('about.demoAccounts.length', 7);
});

test('the consent is asked in the language of the request and speaks of campaigning', async () => {
  const text = async (locale: string) => (await ask('{ about { consent { version text } } }', { config: config(false), locale })).data;
  expect(JSON.stringify(await text('ru'))).toMatch(/\d{4}-\d\d-\d\d.*не используют для агитации/);
  expect(JSON.stringify(await text('en'))).toMatch(/not used for campaigning/);
});
