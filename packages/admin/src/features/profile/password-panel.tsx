import { useApolloClient } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { MySessionsDocument } from '../../gql/profile';
import { useText } from '../../lib/i18n/use-text';
import { changePassword } from '../../lib/session/auth-api';
import { NewPasswordField } from '../../lib/session/new-password-field';
import { MIN_PASSWORD, missingCharacters } from '../../lib/session/password';
import { RefusalNote } from '../../lib/session/refusal';
import { useSession } from '../../lib/session/session';
import { useAttempt } from '../../lib/session/use-attempt';
import { useViewer } from '../../lib/session/viewer';
import { Panel } from '../../ui/page';
import { messages } from './messages';
import { PasswordField } from './password-field';
import classes from './profile.module.css';

/** Another password, by the present one. */
export function PasswordPanel() {
  const t = useText(messages);
  const viewer = useViewer();
  const session = useSession();
  const apollo = useApolloClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [others, setOthers] = useState(true);
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const currentRef = useRef<HTMLInputElement>(null);
  const nextRef = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (current === '') return currentRef.current?.focus();
    if (missingCharacters(next) > 0) return nextRef.current?.focus();
    const answer = await attempt.run(() => changePassword(current, next, others));
    if (!answer) return;
    if (!answer.ok) return (answer.code === 'INVALID_PASSWORD' ? currentRef : nextRef).current?.focus();
    setCurrent('');
    setNext('');
    setAsked(false);
    notifications.show({ message: t('password.done') });
    await session.renewed();
    await apollo.refetchQueries({ include: [MySessionsDocument] });
  };
  return (
    <Panel>
      <h2 className={classes.heading}>{t('password')}</h2>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <RefusalNote code={attempt.code} wait={attempt.wait} />
        {/* Tells a password manager whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={viewer.email} readOnly hidden />
        <PasswordField
          ref={currentRef}
          label={t('password.current')}
          value={current}
          onChange={setCurrent}
          error={asked && current === '' ? t('password.empty') : undefined}
        />
        <NewPasswordField ref={nextRef} size="sm" value={next} onChange={setNext} min={MIN_PASSWORD} asked={asked} />
        <Checkbox label={t('password.others')} checked={others} onChange={(event) => setOthers(event.currentTarget.checked)} />
        <div className={classes.buttons}>
          <Button type="submit" loading={attempt.busy} disabled={attempt.wait > 0}>
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
