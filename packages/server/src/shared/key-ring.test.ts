import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSealed, KeyRing, KeyRingError, SEALED_SQL } from './key-ring.js';
import { Vault } from './vault.js';

const key = (id: string) => ({ id, key: randomBytes(32) });
const PLACE = 'applicant.email';

describe('the key ring', () => {
  const [old, young] = [key('k1'), key('k2')];

  test('gives back what it closed, whatever it was', () => {
    const ring = new KeyRing([old]);
    const form = new RegExp(SEALED_SQL);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = ring.seal(PLACE, text);
      return isSealed(sealed) && form.test(sealed) && ring.open(PLACE, sealed) === text;
    }));
  });

  test('closes the same text differently each time', () => {
    const ring = new KeyRing([old]);
    expect(ring.seal(PLACE, 'petrova@mail.example')).not.toBe(ring.seal(PLACE, 'petrova@mail.example'));
  });

  test('closes with the first key and opens with all', () => {
    const sealed = new KeyRing([old]).seal(PLACE, 'Мария');
    const both = new KeyRing([young, old]);
    expect(both.open(PLACE, sealed)).toBe('Мария');
    expect(both.seal(PLACE, 'Мария')).toMatch(/^v1\.k2\./);
  });

  test('says which key is missing, and nothing of the value', () => {
    const sealed = new KeyRing([old]).seal(PLACE, 'Мария');
    const attempt = (): string => new KeyRing([young]).open(PLACE, sealed);
    expect(attempt).toThrow(KeyRingError);
    expect(attempt).toThrow('a value of applicant.email was encrypted with the key "k1", which is not in DATA_KEYS');
  });

  test('opens nothing that was moved to another column, changed, cut or never closed', () => {
    const ring = new KeyRing([old]);
    const sealed = ring.seal(PLACE, 'petrova@mail.example');
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    for (const attempt of [() => ring.open('mail.to_address', sealed), () => ring.open(PLACE, changed), () => ring.open(PLACE, sealed.slice(0, -8)),
      () => ring.open(PLACE, 'petrova@mail.example'), () => new KeyRing([{ ...old, key: young.key }]).open(PLACE, sealed)]) {
      expect(attempt).toThrow(KeyRingError);
      expect(attempt).not.toThrow(/petrova|v1\./);
    }
  });
});

describe('the vault', () => {
  const secret = 'x'.repeat(32);

  test('opens what was closed before DATA_KEYS was set', () => {
    const sealed = Vault.of({ secret, dataKeys: null }).seal(PLACE, 'a@b.example');
    expect(Vault.of({ secret, dataKeys: [key('k1')] }).open(PLACE, sealed)).toBe('a@b.example');
  });

  test('finds a person by the contact however it is written, with any ring, and only with the secret', () => {
    const vault = Vault.of({ secret, dataKeys: null });
    const hash = vault.contactHash(' Petrova@Mail.example ', null);
    expect(hash).toBe(Vault.of({ secret, dataKeys: [key('k1')] }).contactHash('petrova@mail.example', '+7 900 000-00-00'));
    expect(vault.contactHash(null, '8 (900) 123-45-67')).toBe(vault.contactHash(null, '+79001234567'));
    expect(hash).not.toBe(Vault.of({ secret: 'y'.repeat(32), dataKeys: null }).contactHash('petrova@mail.example', null));
    expect(vault.addressHash('petrova@mail.example')).not.toBe(hash);
  });
});
