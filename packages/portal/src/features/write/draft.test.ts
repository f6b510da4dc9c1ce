import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newKey } from '../../lib/keys';
import { acceptLetter, clearDraft, emptyContact, emptyLetter, isBegun, readDraft, writeDraft } from './draft';

class FakeStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

let local: FakeStorage;
let session: FakeStorage;

beforeEach(() => {
  local = new FakeStorage();
  session = new FakeStorage();
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
});

const letter = {
  ...emptyLetter(),
  region: { code: 'RU-PSK', name: 'Псковская область' },
  subject: 'Нет света',
  text: 'Второй месяц\nтемно',
  collective: true,
};
const contact = { ...emptyContact(), name: 'Анна', phone: '8 900 000-00-00', consentVersion: '2026-01' };

describe('the draft of a letter', () => {
  test('comes back as it was typed, with the same key', () => {
    writeDraft({ letter, contact });
    expect(readDraft()).toEqual({ letter, contact });
  });

  test('keeps the contact only as long as the tab', () => {
    writeDraft({ letter, contact });
    session.items.clear();
    expect(readDraft()).toEqual({ letter, contact: emptyContact() });
    expect([...local.items.values()].join()).not.toContain('8 900');
  });

  test('is gone after it was sent', () => {
    writeDraft({ letter, contact });
    clearDraft();
    expect(local.items.size + session.items.size).toBe(0);
    expect(readDraft().letter.clientKey).not.toBe(letter.clientKey);
  });

  test('of another version of the page gives what can be understood, and never breaks', () => {
    expect(acceptLetter({ clientKey: 'k', kind: 'TICKET', subject: 5, region: 'Псков', text: 'есть' })).toMatchObject({
      clientKey: 'k',
      kind: undefined,
      subject: '',
      region: undefined,
      text: 'есть',
    });
    expect(acceptLetter('мусор')).toBeUndefined();
    local.setItem('voter-deputy.letter', '{"broken');
    expect(readDraft().letter.text).toBe('');
  });

  test('survives in memory where the browser forbids storage', () => {
    vi.stubGlobal('localStorage', undefined);
    writeDraft({ letter, contact });
    expect(readDraft().letter.text).toBe(letter.text);
    clearDraft();
    expect(readDraft().letter.text).toBe('');
  });

  test('counts as begun once there is something to lose', () => {
    expect(isBegun(emptyLetter())).toBe(false);
    expect(isBegun(letter)).toBe(true);
  });

  test('gets a key in the form of a uuid, a new one each time', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
