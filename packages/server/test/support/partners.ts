import { expect } from 'vitest';
import { PARTNER_SCOPES, type PartnerScope } from '../../src/shared/actor.js';
import type { Person, World } from './world.js';

export interface KeyedPartner {
  id: string;
  keyId: string;
  secret: string;
  /** Calls the API with the key. */
  app: Person;
}

/** A person who calls with a key and without a cookie. */
export const withKey = (world: World, secret: string): Person => ({
  cookie: '', ask: (query, variables, headers) => world.citizen.ask(query, variables, { authorization: `Bearer ${secret}`, ...headers }),
});

let made = 0;

/** A partner with one key, as an administrator makes them. */
export async function partnerWithKey(world: World, administrator: Person, scopes: readonly PartnerScope[] = PARTNER_SCOPES, more: Record<string, unknown> = {}): Promise<KeyedPartner> {
  made += 1;
  const { data, raw } = await administrator.ask('mutation($input: CreatePartnerInput!) { createPartner(input: $input) { partner { id } errors { code field } } }', {
    input: { name: `Партнёр ${made}`, contactEmail: `dev@partner${made}.example`, ...more },
  });
  expect(data?.createPartner.errors, raw).toEqual([]);
  const { id } = data.createPartner.partner;
  const { keyId, secret } = await newKeyOf(administrator, id, scopes);
  return { id, keyId, secret, app: withKey(world, secret) };
}

export async function newKeyOf(administrator: Person, partnerId: string, scopes: readonly PartnerScope[], more: Record<string, unknown> = {}): Promise<{ keyId: string; secret: string }> {
  const { data, raw } = await administrator.ask('mutation($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { key { id } secret errors { code field } } }', {
    input: { partnerId, name: 'Приложение', scopes, ...more },
  });
  expect(data?.createPartnerKey.errors, raw).toEqual([]);
  return { keyId: data.createPartnerKey.key.id, secret: data.createPartnerKey.secret };
}
