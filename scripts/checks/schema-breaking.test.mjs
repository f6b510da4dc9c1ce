import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unexplained } from './schema-breaking.mjs';

const RELEASED = 'type Query { appeal(id: ID!): String appeals: Int! } enum Status { NEW OLD }';

test('a new field, type or optional argument breaks nobody', () => {
  assert.deepEqual(unexplained(RELEASED, `${RELEASED.replace('(id: ID!)', '(id: ID!, locale: String)').replace('Int! }', 'Int! more: Int }')} type New { a: Int }`, []), []);
});

test('a field that is gone, a type that changed, a value that is gone and an argument that became necessary break', () => {
  assert.equal(unexplained(RELEASED, RELEASED.replace('appeals: Int!', 'other: Int'), []).length, 1);
  assert.equal(unexplained(RELEASED, RELEASED.replace('Int!', 'Int'), []).length, 1);
  assert.equal(unexplained(RELEASED, RELEASED.replace(' OLD', ''), []).length, 1);
  assert.equal(unexplained(RELEASED, RELEASED.replace('(id: ID!)', '(id: ID!, at: String!)'), []).length, 1);
});

test('a decision explains the break that it names, and no other', () => {
  const current = RELEASED.replace('appeals: Int!', 'other: Int');
  assert.deepEqual(unexplained(RELEASED, current, ['# 20. Title\nbreaks: Query.appeals\n']), []);
  assert.equal(unexplained(RELEASED, current, ['breaks: Query.appeal']).length, 1);
  assert.equal(unexplained(RELEASED, current, ['It breaks: nothing, says Query.appeals']).length, 1);
  assert.deepEqual(unexplained(RELEASED, RELEASED.replace(' OLD', ''), ['breaks: Status.OLD, Query.appeals']), []);
});
