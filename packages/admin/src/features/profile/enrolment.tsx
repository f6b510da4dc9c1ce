import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { giveCode } from '../../lib/session/auth-api';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import { messages } from './messages';
import { qrPath, secretOf } from './qr';
import classes from './profile.module.css';

const DIGITS = 6;

/** The secret for the app, as a picture and as text, and the first code, which switches the second factor on. */
export function Enrolment({ uri, confirmed, cancel }: { uri: string; confirmed: () => Promise<void>; cancel: () => void }) {
  const t = useText(messages);
  const clipboard = useClipboard();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { path, size } = useMemo(() => qrPath(uri), [uri]);
  const secret = secretOf(uri);
  useEffect(() => heading.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const digits = code.replace(/\s/g, '');
    if (digits.length !== DIGITS) return field.current?.focus();
    const answer = await attempt.run(() => giveCode(digits));
    if (answer?.ok) await confirmed();
    else if (answer) field.current?.select();
  };
  return (
    <form className={classes.enrol} onSubmit={(event) => void submit(event)} noValidate>
      <h3 ref={heading} tabIndex={-1} className={`${classes.subheading} ${classes.wide}`}>
        {t('factor.scan.title')}
      </h3>
      <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={t('factor.qr')}>
        <path d={path} fill="#000" />
      </svg>
      <div>
        <p className={classes.text}>{t('factor.scan')}</p>
        <p className={`${classes.text} ${classes.dim}`}>{t('factor.secret')}:</p>
        <div className={classes.secret}>
          <code>{secret}</code>
          <Button size="compact-sm" variant="default" onClick={() => clipboard.copy(secret.replaceAll(' ', ''))}>
            {t(clipboard.copied ? 'factor.copied' : 'factor.copy')}
          </Button>
        </div>
        <p className={`${classes.text} ${classes.open}`}>
          <a href={uri}>{t('factor.open')}</a>
        </p>
      </div>
      <h3 className={`${classes.subheading} ${classes.wide}`}>{t('factor.confirm.title')}</h3>
      <div className={`${classes.form} ${classes.wide}`}>
        <RefusalNote code={attempt.code} wait={attempt.wait} />
        <TextInput
          ref={field}
          className={classes.code}
          label={t('factor.code')}
          name="code"
          size="md"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={DIGITS + 1}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={asked && code.replace(/\s/g, '').length !== DIGITS ? t('factor.codeEmpty') : undefined}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={attempt.busy} disabled={attempt.wait > 0}>
            {t('factor.confirm')}
          </Button>
          <Button variant="default" onClick={cancel}>
            {t('factor.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}
