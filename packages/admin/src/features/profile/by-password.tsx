import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useText } from '../../lib/i18n/use-text';
import type { AuthAnswer } from '../../lib/session/auth-api';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import { messages } from './messages';
import { PasswordField } from './password-field';
import classes from './profile.module.css';

/** What changes the second factor asks for the password first. */
export function ByPassword<T>({
  children,
  action,
  danger = false,
  ask,
  done,
  cancel,
}: {
  /** What will happen. */
  children?: ReactNode;
  action: string;
  danger?: boolean;
  ask: (password: string) => Promise<AuthAnswer<T>>;
  done: (data: T) => void | Promise<void>;
  cancel: () => void;
}) {
  const t = useText(messages);
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (password === '') return field.current?.focus();
    const answer = await attempt.run(() => ask(password));
    if (answer?.ok) await done(answer.data);
    else if (answer) field.current?.select();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {children}
      <RefusalNote code={attempt.code} wait={attempt.wait} />
      <PasswordField
        ref={field}
        label={t('factor.password')}
        value={password}
        onChange={setPassword}
        error={asked && password === '' ? t('password.empty') : undefined}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={attempt.busy} disabled={attempt.wait > 0} {...(danger && { color: 'red.9' })}>
          {action}
        </Button>
        <Button variant="default" onClick={cancel}>
          {t('factor.cancel')}
        </Button>
      </div>
    </form>
  );
}
