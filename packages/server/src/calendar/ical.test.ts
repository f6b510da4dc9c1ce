import { expect, test } from 'vitest';
import { calendar } from './ical.js';

const entry = { id: '0198', dueOn: '2026-04-17', summary: 'Ответ по 60-2026-000001', url: 'https://console.example/admin/appeals/0198', changedAt: new Date('2026-03-20T06:15:00.123Z') };
const at = new Date('2026-03-21T00:00:00Z');

test('every line ends with CR LF and is at most 75 octets, also in Cyrillic, and unfolds to what it was', () => {
  const summary = 'Очень длинное название, которое никак не помещается в одну строку календаря; с \\ и переводом\nстроки 🙂'.repeat(3);
  const text = calendar('Сроки', 'console.example', [{ ...entry, summary }], at);
  expect(text.endsWith('\r\n')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`SUMMARY:${summary.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')}\r\n`);
});

test('an event is a whole day with an id that stays, and nothing in it can begin another property', () => {
  const text = calendar('Сроки', 'console.example', [entry, { ...entry, id: '0199', summary: 'x\r\nBEGIN:VALARM' }], at);
  expect(text).toContain('UID:0198@console.example\r\nDTSTAMP:20260321T000000Z\r\nLAST-MODIFIED:20260320T061500Z\r\nDTSTART;VALUE=DATE:20260417\r\nSUMMARY:Ответ по 60-2026-000001\r\n');
  expect(text).toContain('SUMMARY:x\\nBEGIN:VALARM\r\n');
  expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2);
});
