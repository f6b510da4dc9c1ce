import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { resetPassword } from '../../lib/session/auth-api';
import { MIN_PASSWORD, missingCharacters } from '../../lib/session/password';
import { Door } from './door';
import { messages } from './messages';
import { NewPasswordField } from '../../lib/session/new-password-field';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import classes from './door.module.css';

const route = getRouteApi('/reset-password');

/** A new password by the link of the mail. */
export function ResetPage() {
  const t = useText(messages);
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  const dead = !token || attempt.code === 'INVALID_TOKEN';
  useEffect(() => {
    if (!dead) field.current?.focus();
  }, [dead]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missingCharacters(password) > 0) return field.current?.focus();
    const answer = await attempt.run(() => resetPassword(token ?? '', password));
    if (answer?.ok) await navigate({ to: '/sign-in', search: { done: 'reset' }, replace: true });
    else if (answer) field.current?.focus();
  };
  if (dead) {
    return (
      <Door title={t('reset.dead')} lead={t('reset.deadText')} focusTitle>
        <Button size="md" fullWidth renderRoot={(props: object) => <Link to="/forgot-password" {...props} />}>
          {t('reset.again')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('reset.title')} lead={t('reset.lead')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <RefusalNote code={attempt.code} wait={attempt.wait} />
        <NewPasswordField ref={field} value={password} onChange={setPassword} min={MIN_PASSWORD} asked={asked} />
        <Button type="submit" size="md" fullWidth loading={attempt.busy} disabled={attempt.wait > 0}>
          {t('reset.submit')}
        </Button>
      </form>
    </Door>
  );
}
