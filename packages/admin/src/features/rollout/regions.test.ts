import { expect, test } from 'vitest';
import { byMonth, shownRegions, type RegionRow } from './regions';

const region = (name: string, stage: RegionRow['stage'], connected: number): RegionRow => ({
  stage,
  since: '2026-03-20',
  planned: 0,
  connected,
  appeals: 0,
  region: { code: name, name, number: '00', federalDistrict: '', tileColumn: 0, tileRow: 0 },
});
const rows = [region('Орёл', 'PILOT', 46), region('Псков', 'PILOT', 40), region('Чукотка', 'CLOSED', 0)];
const names = (found: RegionRow[]) => found.map((row) => row.region.name);

test('regions are found by a part of the name, ё and е alike, and by stage', () => {
  expect(names(shownRegions(rows, { search: 'орел' }))).toEqual(['Орёл']);
  expect(names(shownRegions(rows, { stage: 'CLOSED' }))).toEqual(['Чукотка']);
});

test('regions are sorted without touching the list that was given', () => {
  expect(names(shownRegions([...rows].reverse(), { sort: 'connected' }))).toEqual(['Орёл', 'Псков', 'Чукотка']);
  expect(names(rows)).toEqual(['Орёл', 'Псков', 'Чукотка']);
});

test('the table of the chart has the last day of each month', () => {
  expect(
    byMonth(['2026-03-20', '2026-03-28', '2026-04-02', '2026-05-01', '2026-05-09'].map((day) => ({ day }))).map(({ day }) => day),
  ).toEqual(['2026-03-28', '2026-04-02', '2026-05-09']);
});
