import { createHmac, randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { ACCOUNTS, graphql, REGION, sessionOf } from './api.js';

export type Role = 'ADMINISTRATOR' | 'ANALYST' | 'COORDINATOR' | 'MODERATOR' | 'DEPUTY' | 'AIDE';

/** The password of the people whom the stories invite. */
export const OWN_PASSWORD = 'четыре весёлых чижа';

/** An address that no other story has. */
export const newAddress = (): string => `story-${randomInt(10_000, 99_999)}${randomInt(10_000, 99_999)}@example.test`;

/** The link that the last mail of a kind holds, as its reader gets it. */
export async function linkFor(email: string, kind: 'INVITATION' | 'PASSWORD_RESET', path: string): Promise<string> {
  const administrator = await sessionOf(ACCOUNTS.administrator);
  let link = '';
  await expect.poll(async () => {
    const { outbox } = await graphql<{ outbox: { edges: { node: { text: string | null } }[] } }>(
      'query($filter: OutboxFilter!) { outbox(filter: $filter, first: 1) { edges { node { text } } } }', { filter: { search: email, kind: [kind] } }, administrator,
    );
    link = new RegExp(`/admin/${path}\\?token=[\\w-]+`).exec(outbox.edges[0]?.node.text ?? '')?.[0] ?? '';
    return link;
  }, { timeout: 30_000 }).not.toBe('');
  return link;
}

interface Invited {
  role: Role;
  name?: string;
  regionCodes?: string[];
  deputyId?: string;
}

/** An invitation sent without a window: its id, the address, and the link of its letter. */
export async function invited({ role, name = 'Новикова Анна Сергеевна', ...scope }: Invited): Promise<{ id: string; email: string; link: string }> {
  const email = newAddress();
  const { inviteAccount } = await graphql<{ inviteAccount: { invitation: { id: string } | null; errors: unknown[] } }>(
    'mutation($input: InviteAccountInput!) { inviteAccount(input: $input) { invitation { id } errors { code field } } }',
    { input: { email, name, role, ...scope } }, await sessionOf(ACCOUNTS.administrator),
  );
  expect(inviteAccount.errors).toEqual([]);
  return { id: inviteAccount.invitation?.id ?? '', email, link: await linkFor(email, 'INVITATION', 'invitation') };
}

/** Somebody who has accepted an invitation, without a window. */
export async function newcomer(who: Invited): Promise<{ email: string; password: string }> {
  const { email, link } = await invited(who);
  const { acceptInvitation } = await graphql<{ acceptInvitation: { errors: unknown[] } }>(
    'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { errors { code field } } }',
    { input: { token: link.split('token=')[1], name: who.name ?? 'Новикова Анна Сергеевна', password: OWN_PASSWORD } },
  );
  expect(acceptInvitation.errors).toEqual([]);
  return { email, password: OWN_PASSWORD };
}

/** Deputies of the stories' region who are nobody's of the demonstration: at least two. */
export async function otherDeputies(demo: string): Promise<{ id: string; name: string }[]> {
  const { deputies } = await graphql<{ deputies: { edges: { node: { id: string; name: string } }[] } }>(
    'query($filter: DeputyFilter!) { deputies(filter: $filter, first: 20) { edges { node { id name } } } }', { filter: { regionCode: [REGION.code] } },
  );
  return deputies.edges.map(({ node }) => node).filter(({ id }) => id !== demo);
}

/** Gives e-mail and password at the door; what comes next is the story's. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Электронная почта').fill(email);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

/** The places of the rail are there: one is in. */
export const isIn = (page: Page): Promise<void> => page.getByRole('navigation', { name: 'Разделы' }).waitFor();

export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Учётная запись:/ }).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
}

/** What the server says to e-mail and password, with no window. */
export async function doorSays(email: string, password: string): Promise<number> {
  const response = await fetch(`${inject('productUrl')}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: inject('productUrl') }, body: JSON.stringify({ email, password }),
  });
  return response.status;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_S = 30;

/** The code that an authenticator app shows now, or `steps` of half a minute later. */
export function codeNow(secret: string, steps = 0): string {
  const bits = [...secret.replaceAll(/\s/g, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_S) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
