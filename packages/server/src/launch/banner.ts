import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../accounts/demo-accounts.js';
import { DEMO_KEY } from '../partners/demo-partner.js';
import type { Config } from '../config.js';

/** What each demonstration account may do, in the words of the banner. */
const WHO: Record<string, string> = {
  'admin@demo.test': 'федеральный администратор',
  'analyst@demo.test': 'аналитик, только читает',
  'moderator@demo.test': 'модератор одного региона',
  'coordinator@demo.test': 'координатор того же региона',
  'deputy@demo.test': 'депутат того же региона',
  'aide@demo.test': 'помощник этого депутата',
  'deputy2@demo.test': 'депутат другого региона',
};

/** What a person needs once everything runs: addresses, and in demonstration mode the accounts. */
export function banner(config: Config): string {
  const rows = [
    ['Портал граждан', `${config.publicUrl}/`],
    ['Консоль', `${config.publicUrl}/admin/`],
    ['API (GraphQL)', `${config.publicUrl}/graphql`],
  ];
  const lines = ['', `  ${config.serviceName} — сервис работает`, '', ...rows.map(([name, url]) => `  ${name?.padEnd(16)}${url}`)];
  if (config.demo) {
    lines.push('', `  Демонстрационные учётные записи, пароль у всех: ${DEMO_PASSWORD}`);
    lines.push(...DEMO_ACCOUNTS.map(({ email, role }) => `  ${email.padEnd(24)}${WHO[email] ?? role}`));
    lines.push('', '  Ключ партнёра для API (docs/partners.md):', `  ${DEMO_KEY}`);
  }
  lines.push('', '  Остановить: Ctrl-C', '');
  return lines.join('\n');
}
