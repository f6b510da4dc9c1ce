import { describe, expect, test } from 'vitest';
import { fromServer, lacks, openDraft, same, type KeptDraft, type ServerDraft } from './answer-draft';

const server: ServerDraft = {
  text: 'Яма заделана.',
  revision: 3,
  savedAt: '2026-04-07T09:00:00Z',
  savedByName: 'Сухова Дарья',
  questions: [{ id: 'q1', result: 'MEASURES_TAKEN', text: null }],
};
const kept = (patch: Partial<KeptDraft>): KeptDraft => ({
  text: 'Яма заделана, я проверила.',
  questions: {},
  revision: 3,
  saved: false,
  ...patch,
});

describe('a draft that is opened again', () => {
  test('is the server’s when this browser has nothing of its own', () => {
    expect(openDraft(null, server, ['q1', 'q2'])).toEqual({
      value: { text: 'Яма заделана.', questions: { q1: { result: 'MEASURES_TAKEN', text: '' }, q2: { result: null, text: '' } } },
      unsaved: false,
      other: false,
    });
  });
  test('keeps words that never reached the server', () => {
    expect(openDraft(kept({}), server, ['q1'])).toMatchObject({
      value: { text: 'Яма заделана, я проверила.' },
      unsaved: true,
      other: false,
    });
  });
  test('offers another person’s newer draft beside them', () => {
    expect(openDraft(kept({ revision: 2 }), server, ['q1'])).toMatchObject({ value: { text: 'Яма заделана, я проверила.' }, other: true });
    expect(openDraft(kept({ revision: null }), server, ['q1']).other).toBe(true);
  });
  test('is the server’s once the server has had those words, since another may have gone on from them', () => {
    expect(openDraft(kept({ saved: true }), server, ['q1']).value.text).toBe('Яма заделана.');
  });
});

test('words typed over nothing survive while the server has no draft', () => {
  expect(openDraft(kept({ revision: null }), null, [])).toMatchObject({
    value: { text: 'Яма заделана, я проверила.' },
    unsaved: true,
    other: false,
  });
});

test('an answer cannot be signed without words or with a question left open', () => {
  expect(lacks(fromServer(server, ['q1', 'q2']), ['q1', 'q2'])).toEqual({ text: false, questions: ['q2'] });
  expect(lacks({ text: '  \n', questions: {} }, [])).toEqual({ text: true, questions: [] });
});

test('a blank question equals one that is not there', () => {
  expect(same({ text: 'a', questions: { q1: { result: null, text: '' } } }, { text: 'a', questions: {} })).toBe(true);
  expect(same({ text: 'a', questions: { q1: { result: 'LEFT', text: '' } } }, { text: 'a', questions: {} })).toBe(false);
});
