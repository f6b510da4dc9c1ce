import { Title, UnstyledButton } from '@mantine/core';
import type { AboutQuery } from '../../gql/lib';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { messages } from './messages';
import classes from './door.module.css';

type DemoAccount = AboutQuery['about']['demoAccounts'][number];

/** The accounts to try, in demonstration mode. */
export function DemoAccounts({
  accounts,
  chosen,
  choose,
}: {
  accounts: readonly DemoAccount[];
  chosen: string;
  choose: (account: DemoAccount) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <Title order={2} id="demo-title">
        {t('demo.title')}
      </Title>
      <p className={classes.hint}>{t('demo.text')}</p>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className={classes.account} data-chosen={account.email === chosen || undefined} onClick={() => choose(account)}>
              <span className={classes.role}>{common(`role.${account.role}`)}</span>
              <span className={classes.email}>{account.email}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
