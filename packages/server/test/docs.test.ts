import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { APPEAL_STATUSES, LIFECYCLE } from '../src/appeals/appeal.lifecycle.js';
import { PROJECT_ROOT } from '../src/config.js';

const read = (file: string): string => readFileSync(path.join(PROJECT_ROOT, 'docs', file), 'utf8');

/** `appeal-lifecycle.md` says every status in words, in bold, as product people call it. */
const IN_PROSE = {
  SUBMITTED: 'поступило', CLARIFICATION: 'на уточнение', REJECTED: 'отклоняет', REGISTERED: 'регистрирует', IN_PROGRESS: 'в работу', FORWARDED: 'передать',
  ANSWERED: 'Дан ответ', REOPENED: 'возобновляет', CLOSED: 'закрывает', WITHDRAWN: 'отозвать',
} as const;

test('the table of docs/appeal-lifecycle.md is the table of the code', () => {
  const rows = read('appeal-lifecycle.md').split('\n').filter((line) => line.startsWith('| `')).map((line) => {
    const [move = '', from = '', to = '', by = ''] = line.split('|').slice(1, -1);
    const words = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
    return { move: words(move)[0], russian: move.replace(/`\w+`/, '').trim(), from: words(from), to: words(to)[0] ?? null, by: words(by) };
  });
  expect(rows).toEqual(LIFECYCLE.map(({ move, russian, from, to, by }) => ({ move, russian, from: [...from], to, by: [...by] })));
});

test.each(APPEAL_STATUSES)('the prose of docs/appeal-lifecycle.md speaks of %s', (status) => {
  expect(read('appeal-lifecycle.md')).toMatch(new RegExp(`\\*\\*${IN_PROSE[status].slice(0, 7)}`));
});
