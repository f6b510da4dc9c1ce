import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { useAbout } from '../../lib/session/about';
import { signIn } from '../../lib/session/auth-api';
import { useSession } from '../../lib/session/session';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icons';
import { DemoAccounts } from './demo-accounts';
import { Door } from './door';
import { inside } from './inside';
import { Providers } from './providers';
import { messages } from './messages';
import { RefusalNote } from '../../lib/session/refusal';
import { SecondStep } from './second-step';
import { useAttempt } from '../../lib/session/use-attempt';
import classes from './door.module.css';

const route = getRouteApi('/sign-in');
/** What the way through a provider may come back with, and its words. */
const PROVIDER_WORDS = {
  OIDC_DENIED: 'provider.denied',
  OIDC_NO_ACCOUNT: 'provider.stranger',
  OIDC_EMAIL_NOT_CONFIRMED: 'provider.unconfirmed',
  OIDC_UNAVAILABLE: 'provider.away',
  RATE_LIMITED: 'provider.tooMany',
} as const;

/** The door: e-mail and password, then the second factor of those who have one; in demonstration mode the accounts to try. */
export function SignInPage() {
  const t = useText(messages);
  const { to, done, email: known, error, step: asksFor } = route.useSearch();
  const router = useRouter();
  const session = useSession();
  const about = useAbout();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [step, setStep] = useState<'password' | 'code'>(asksFor === 'two-factor' ? 'code' : 'password');
  const [expired, setExpired] = useState(false);
  const attempt = useAttempt();
  const emailRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const submitRef = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'password') (emailRef.current?.value ? passwordRef : emailRef).current?.focus();
  }, [step]);

  const entered = async () => {
    await session.entered();
    await router.navigate({ href: router.options.basepath + inside(to), replace: true });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setExpired(false);
    if (email.trim() === '') return emailRef.current?.focus();
    if (password === '') return passwordRef.current?.focus();
    const answer = await attempt.run(() => signIn(email.trim(), password));
    if (!answer) return;
    if (!answer.ok) return passwordRef.current?.select();
    if (answer.data.twoFactorRedirect) return setStep('code');
    return entered();
  };

  if (step === 'code') {
    return (
      <Door title={t('step.title')} lead={email.trim() === '' ? t('step.leadProvider') : t('step.lead', { email: email.trim() })}>
        <SecondStep
          entered={entered}
          back={() => setStep('password')}
          expired={() => {
            setExpired(true);
            setStep('password');
          }}
        />
      </Door>
    );
  }
  return (
    <Door
      title={t('title')}
      lead={t('lead')}
      below={
        about?.demonstration &&
        about.demoAccounts.length > 0 && (
          <DemoAccounts
            accounts={about.demoAccounts}
            chosen={email}
            choose={(account) => {
              setEmail(account.email);
              setPassword(account.password);
              attempt.forget();
              submitRef.current?.focus();
            }}
          />
        )
      }
    >
      {done && !attempt.code && (
        <p role="status" className={classes.notice}>
          <Icon name="check" size={18} />
          {t(`done.${done}`)}
        </p>
      )}
      {expired && <Failure>{t('error.stepExpired')}</Failure>}
      {error && !attempt.code && <Failure>{t(PROVIDER_WORDS[error as keyof typeof PROVIDER_WORDS] ?? 'provider.failed')}</Failure>}
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <RefusalNote code={attempt.code} wait={attempt.wait} />
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
        <Button ref={submitRef} type="submit" size="md" fullWidth loading={attempt.busy} disabled={attempt.wait > 0} mt={4}>
          {t('submit')}
        </Button>
        <Anchor renderRoot={(props: object) => <Link to="/forgot-password" search={email ? { email: email.trim() } : {}} {...props} />}>
          {t('forgot.link')}
        </Anchor>
      </form>
      <Providers to={inside(to)} />
    </Door>
  );
}
