import { describe, expect, test } from 'vitest';
import type { Draft } from './draft';
import { emptyContact, emptyLetter } from './draft';
import { fieldId, firstIncompleteBefore, problemsOf, stepOfField } from './steps';

const RULES = { subject: 20, text: 50, name: 10, consentVersion: '2' };
const empty: Draft = { letter: emptyLetter(), contact: emptyContact() };
const full: Draft = {
  letter: {
    ...emptyLetter(),
    region: { code: 'RU-PSK', name: 'Псковская область' },
    addressee: 'MODERATOR',
    subject: 'Нет света',
    text: 'Темно',
  },
  contact: { name: 'Анна', email: 'anna@example.ru', phone: '', consentVersion: '2' },
};
const fieldsOf = (step: Parameters<typeof problemsOf>[0], draft: Draft) => problemsOf(step, draft, RULES).map((one) => one.field);

describe('the steps of a letter', () => {
  test('a complete letter may be sent', () => {
    expect(firstIncompleteBefore('check', full, RULES)).toBeUndefined();
  });

  test('an empty one asks for the region first, and only for it', () => {
    expect(firstIncompleteBefore('check', empty, RULES)).toBe('place');
    expect(fieldsOf('place', empty)).toEqual(['regionCode']);
  });

  test('who wants to choose a deputy has to choose one', () => {
    expect(fieldsOf('place', { ...full, letter: { ...full.letter, addressee: 'DEPUTY' } })).toEqual(['deputyId']);
  });

  test('spaces are no text, and too much text is told', () => {
    expect(fieldsOf('letter', { ...full, letter: { ...full.letter, subject: '  ', text: 'а'.repeat(51) } })).toEqual(['subject', 'text']);
  });

  test('a phone alone is enough, nothing at all is not', () => {
    expect(fieldsOf('contact', { ...full, contact: { ...full.contact, email: '', phone: '+7 (900) 123–45–67' } })).toEqual([]);
    expect(fieldsOf('contact', { ...full, contact: { ...full.contact, email: '' } })).toEqual(['applicant.email']);
    expect(fieldsOf('contact', { ...full, contact: { ...full.contact, email: 'анна', phone: '123' } })).toEqual([
      'applicant.email',
      'applicant.phone',
    ]);
  });

  test('a consent to another version of the text does not count', () => {
    expect(fieldsOf('contact', { ...full, contact: { ...full.contact, consentVersion: '1' } })).toEqual(['consent']);
  });

  test.each([
    ['regionCode', 'place'],
    ['deputyId', 'place'],
    ['text', 'letter'],
    ['input.subject', 'letter'],
    ['applicant.phone', 'contact'],
    ['applicant', 'contact'],
    ['consent', 'contact'],
    ['clientKey', 'check'],
    [null, 'check'],
  ])('an error of the server about %s leads to the step %s', (field, step) => {
    expect(stepOfField(field)).toBe(step);
  });

  test('a field of the server has its place on the page', () => {
    expect(fieldId('applicant.email')).toBe('f-applicant-email');
    expect(fieldId('applicant')).toBe('f-applicant-email');
    expect(fieldId('input.subject')).toBe('f-subject');
  });
});
