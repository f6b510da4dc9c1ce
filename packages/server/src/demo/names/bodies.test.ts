import { expect, test } from 'vitest';
import { BODY_NAMES, factionNames, inBody } from './bodies.js';

test.each([
  ['Псковское областное Собрание депутатов', 'Псковском областном Собрании депутатов'],
  ['Государственное Собрание – Курултай Республики Башкортостан', 'Государственном Собрании – Курултае Республики Башкортостан'],
  ['Городской Совет депутатов Калининграда', 'Городском Совете депутатов Калининграда'],
  ['Ростовская-на-Дону городская Дума', 'Ростовской-на-Дону городской Думе'],
  ['Хурал представителей города Кызыла', 'Хурале представителей города Кызыла'],
  ['Верховный Совет Республики Хакасия', 'Верховном Совете Республики Хакасия'],
  ['Дума Ханты-Мансийского автономного округа – Югры', 'Думе Ханты-Мансийского автономного округа – Югры'],
])('%s has deputies «в %s»', (name, within) => {
  expect(inBody(name)).toBe(within);
});

test('each of the 83 regions has a legislature and a council, and every name is declined', () => {
  expect(BODY_NAMES).toHaveLength(166);
  for (const body of BODY_NAMES) {
    expect(inBody(body.ru), body.ru).not.toBe(body.ru);
    expect(body.seats, body.ru).toBeGreaterThan(10);
    expect(factionNames(body).en).toMatch(/^Party faction in the [A-Z]/);
  }
});
