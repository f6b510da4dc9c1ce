/** One password for all, shown on the sign-in page of a demonstration. */
export const DEMO_PASSWORD = 'demo-demo-demo';
const PEOPLE = [
    { email: 'admin@demo.test', role: 'ADMINISTRATOR', name: 'Ольга Викторовна Лебедева', regions: [], deputy: null },
    { email: 'analyst@demo.test', role: 'ANALYST', name: 'Тимур Ринатович Галиев', regions: [], deputy: null },
    { email: 'moderator@demo.test', role: 'MODERATOR', name: 'Марина Сергеевна Кравцова', regions: ['RU-NVS'], deputy: null },
    { email: 'coordinator@demo.test', role: 'COORDINATOR', name: 'Андрей Павлович Шестаков', regions: ['RU-NVS'], deputy: null },
    { email: 'deputy@demo.test', role: 'DEPUTY', regions: [], deputy: 'deputy' },
    { email: 'aide@demo.test', role: 'AIDE', name: 'Екатерина Игоревна Дорошенко', regions: [], deputy: 'deputy' },
    { email: 'deputy2@demo.test', role: 'DEPUTY', regions: [], deputy: 'deputy2' },
];
/** For the sign-in page and the banner at start; show them in a demonstration only. */
export const DEMO_ACCOUNTS = PEOPLE.map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role }));
/** The regions in which the two deputies of the demonstration accounts sit. */
export const DEMO_DEPUTY_REGIONS = { deputy: 'RU-NVS', deputy2: 'RU-PSK' };
/**
 * Makes the accounts of the demonstration, once; repeating it changes nothing.
 * @throws outside demonstration mode: an account with a known password must never exist there.
 */
export async function createDemoAccounts(accounts, config, deputies) {
    if (!config.demo)
        throw new Error('Demonstration accounts exist in demonstration mode only');
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
