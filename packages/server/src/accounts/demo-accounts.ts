import type { Config } from '../config.js';
import type { Role } from '../shared/actor.js';
import type { AccountsService } from './accounts.service.js';

/** One password for all, shown on the sign-in page of a demonstration. */
export const DEMO_PASSWORD = 'demo-demo-demo';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

interface DemoPerson {
  readonly email: string;
  readonly role: Role;
  /** A deputy's account carries the deputy's own name. */
  readonly name?: string;
  readonly regions: readonly string[];
  readonly deputy: 'deputy' | 'deputy2' | null;
}

const PEOPLE: readonly DemoPerson[] = [
  { email: 'admin@demo.test', role: 'ADMINISTRATOR', name: 'Ольга Викторовна Лебедева', regions: [], deputy: null },
  { email: 'analyst@demo.test', role: 'ANALYST', name: 'Тимур Ринатович Галиев', regions: [], deputy: null },
  { email: 'moderator@demo.test', role: 'MODERATOR', name: 'Марина Сергеевна Кравцова', regions: ['RU-NVS'], deputy: null },
  { email: 'coordinator@demo.test', role: 'COORDINATOR', name: 'Андрей Павлович Шестаков', regions: ['RU-NVS'], deputy: null },
  { email: 'deputy@demo.test', role: 'DEPUTY', regions: [], deputy: 'deputy' },
  { email: 'aide@demo.test', role: 'AIDE', name: 'Екатерина Игоревна Дорошенко', regions: [], deputy: 'deputy' },
  { email: 'deputy2@demo.test', role: 'DEPUTY', regions: [], deputy: 'deputy2' },
];

/** For the sign-in page and the banner at start; show them in a demonstration only. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = PEOPLE.map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role }));

/** The regions in which the two deputies of the demonstration accounts sit. */
export const DEMO_DEPUTY_REGIONS = { deputy: 'RU-NVS', deputy2: 'RU-PSK' } as const;

export interface DemoDeputy {
  readonly id: string;
  /** As people read it: «Имя Отчество Фамилия». */
  readonly name: string;
}

/**
 * Makes the accounts of the demonstration, once; repeating it changes nothing.
 * @throws outside demonstration mode: an account with a known password must never exist there.
 */
export async function createDemoAccounts(
  accounts: AccountsService, config: Pick<Config, 'demo'>, deputies: { deputy: DemoDeputy; deputy2: DemoDeputy },
): Promise<void> {
  if (!config.demo) throw new Error('Demonstration accounts exist in demonstration mode only');
  for (const person of PEOPLE) {
    const deputy = person.deputy && deputies[person.deputy];
    await accounts.createAccount({
      email: person.email,
      password: DEMO_PASSWORD,
      role: person.role,
      name: person.name ?? deputy?.name ?? person.email,
      regions: person.regions,
      deputyId: deputy?.id ?? null,
    });
  }
}
