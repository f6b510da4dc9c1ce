import { Anchor, Button, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { askForReset } from '../../lib/session/auth-api';
import { Door } from './door';
import { messages } from './messages';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import classes from './door.module.css';

const route = getRouteApi('/forgot-password');

/** A forgotten password: asks for the mail with a link. What it says after that tells nobody whether the account exists. */
export function ForgotPage() {
  const t = useText(messages);
  const { email: known } = route.useSearch();
  const [email, setEmail] = useState(known ?? '');
  const [asked, setAsked] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (sentTo === null) field.current?.focus();
  }, [sentTo]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const typed = email.trim();
    if (typed === '') return field.current?.focus();
    const answer = await attempt.run(() => askForReset(typed));
    if (answer?.ok) setSentTo(typed);
    else if (answer) field.current?.focus();
  };
  const back = (
    <Anchor renderRoot={(props: object) => <Link to="/sign-in" search={email ? { email: email.trim() } : {}} {...props} />}>
      {t('forgot.back')}
    </Anchor>
  );
  if (sentTo !== null) {
    return (
      <Door title={t('forgot.sent')} lead={t('forgot.sentText', { email: sentTo })} focusTitle>
        <p className={classes.hint}>{t('forgot.sentHint')}</p>
        <div className={classes.actions}>
          <Anchor component="button" type="button" onClick={() => setSentTo(null)}>
            {t('forgot.again')}
          </Anchor>
          {back}
        </div>
      </Door>
    );
  }
  return (
    <Door title={t('forgot.title')} lead={t('forgot.lead')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <RefusalNote code={attempt.code} wait={attempt.wait} />
        <TextInput
          ref={field}
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
        <Button type="submit" size="md" fullWidth loading={attempt.busy} disabled={attempt.wait > 0}>
          {t('forgot.submit')}
        </Button>
        {back}
      </form>
    </Door>
  );
}
