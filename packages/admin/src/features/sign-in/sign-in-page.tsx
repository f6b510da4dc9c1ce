import { Button, PasswordInput, TextInput, Title, UnstyledButton } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AboutQuery } from '../../gql/lib';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useAbout, useServiceName } from '../../lib/session/about';
import { useSession } from '../../lib/session/session';
import { signIn, type SignInOutcome } from '../../lib/session/sign-in';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';
import { useDocumentTitle } from '../../ui/document-title';
import { Icon } from '../../ui/icons';
import { messages } from './messages';
import classes from './sign-in-page.module.css';

type DemoAccount = AboutQuery['about']['demoAccounts'][number];
const route = getRouteApi('/sign-in');

/** Where to go after the sign-in: only inside the console, never to another site. */
function inside(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') ? to : '/';
}

function DemoAccounts({
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

/** The door: e-mail and password, and in demonstration mode the accounts to try. */
export function SignInPage() {
  const t = useText(messages);
  const { to } = route.useSearch();
  const router = useRouter();
  const session = useSession();
  const about = useAbout();
  const name = useServiceName();
  const language = useLanguageSwitch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Exclude<SignInOutcome, 'ok'> | null>(null);
  const emailRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const submitRef = useRef<HTMLButtonElement>(null);
  useDocumentTitle(t('title'));
  useEffect(() => emailRef.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setFailure(null);
    if (email.trim() === '') return emailRef.current?.focus();
    if (password === '') return passwordRef.current?.focus();
    setBusy(true);
    const outcome = await signIn(email.trim(), password);
    if (outcome === 'ok') {
      await session.entered();
      await router.navigate({ href: router.options.basepath + inside(to), replace: true });
      return;
    }
    setBusy(false);
    setFailure(outcome);
    if (outcome === 'wrong') passwordRef.current?.select();
  };

  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <p className={classes.service}>
          <span className={classes.mark}>
            <Icon name="mark" size={20} />
          </span>
          {name}
        </p>
        <form className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
          <Title order={1}>{t('title')}</Title>
          <p className={classes.hint}>{t('lead')}</p>
          {failure && (
            <p role="alert" className={classes.failure}>
              <Icon name="warning" size={18} />
              {t(`error.${failure}`)}
            </p>
          )}
          <TextInput
            ref={emailRef}
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={asked && email.trim() === '' ? t('error.emailEmpty') : undefined}
          />
          <PasswordInput
            ref={passwordRef}
            label={t('password')}
            name="password"
            autoComplete="current-password"
            size="md"
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0, 'aria-hidden': false }}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={asked && password === '' ? t('error.passwordEmpty') : undefined}
          />
          <Button ref={submitRef} type="submit" size="md" fullWidth loading={busy} mt={4}>
            {t('submit')}
          </Button>
        </form>
        {about?.demonstration && about.demoAccounts.length > 0 && (
          <DemoAccounts
            accounts={about.demoAccounts}
            chosen={email}
            choose={(account) => {
              setEmail(account.email);
              setPassword(account.password);
              setFailure(null);
              submitRef.current?.focus();
            }}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          className={classes.language}
          lang={language.other}
          onClick={() => language.choose(language.other)}
        >
          {t('language.other')}
        </Button>
      </div>
    </main>
  );
}
