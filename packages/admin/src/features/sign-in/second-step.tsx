import { Anchor, Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { giveCode, giveRecoveryCode } from '../../lib/session/auth-api';
import { messages } from './messages';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import classes from './door.module.css';

/** Digits of a code of an authenticator app. */
const DIGITS = 6;
/** The step itself is over: the password has to be given once more. */
const START_AGAIN = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'];

/** After the password: the app's code, or one of the recovery codes. */
export function SecondStep({ entered, back, expired }: { entered: () => Promise<void>; back: () => void; expired: () => void }) {
  const t = useText(messages);
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  useEffect(() => field.current?.focus(), [kind]);

  const give = async (typed: string) => {
    setAsked(true);
    if (typed.trim() === '') return field.current?.focus();
    const plain = typed.replace(/\s/g, '');
    const answer = await attempt.run(() => (kind === 'app' ? giveCode(plain) : giveRecoveryCode(plain)));
    if (!answer) return;
    if (answer.ok) return entered();
    if (START_AGAIN.includes(answer.code)) return expired();
    field.current?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(code);
  };
  const turn = () => {
    setKind(kind === 'app' ? 'recovery' : 'app');
    setCode('');
    setAsked(false);
    attempt.forget();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <RefusalNote code={attempt.code} wait={attempt.wait} />
      <TextInput
        ref={field}
        className={classes.code}
        label={t(`step.${kind}`)}
        description={t(`step.${kind}.hint`)}
        name="code"
        size="md"
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        maxLength={kind === 'app' ? DIGITS + 1 : 40}
        spellCheck={false}
        autoCapitalize="off"
        value={code}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setCode(typed);
          // The sixth digit says all; a wrong code is corrected in place and sent by the button.
          if (kind === 'app' && !attempt.code && typed.replace(/\s/g, '').length === DIGITS && !attempt.busy) void give(typed);
        }}
        error={asked && code.trim() === '' ? t('error.codeEmpty') : undefined}
      />
      <Button type="submit" size="md" fullWidth loading={attempt.busy} disabled={attempt.wait > 0}>
        {t('step.submit')}
      </Button>
      <div className={classes.actions}>
        <Anchor component="button" type="button" onClick={turn}>
          {t(kind === 'app' ? 'step.toRecovery' : 'step.toApp')}
        </Anchor>
        <Anchor component="button" type="button" onClick={back}>
          {t('step.back')}
        </Anchor>
      </div>
    </form>
  );
}
