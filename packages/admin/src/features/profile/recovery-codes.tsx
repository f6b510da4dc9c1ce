import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { useServiceName } from '../../lib/session/about';
import { useViewer } from '../../lib/session/viewer';
import { messages } from './messages';
import classes from './profile.module.css';

/** Recovery codes, shown this once: to copy, to keep as a file, to print. */
export function RecoveryCodes({ codes, done, doneLabel }: { codes: readonly string[]; done: () => void; doneLabel?: string | undefined }) {
  const t = useText(messages);
  const service = useServiceName();
  const { email } = useViewer();
  const clipboard = useClipboard();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const intro = t('codes.file', { service, email });
  const text = `${intro}\n\n${codes.join('\n')}\n`;
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    Object.assign(document.createElement('a'), { href: address, download: t('codes.fileName') }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <div className={classes.printed}>
      <h3 ref={heading} tabIndex={-1} className={classes.subheading}>
        {t('codes.title')}
      </h3>
      <p className={classes.text}>{t('codes.text')}</p>
      <ul className={classes.codes} aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => clipboard.copy(text)}>
          {t(clipboard.copied ? 'factor.copied' : 'codes.copy')}
        </Button>
        <Button variant="default" onClick={download}>
          {t('codes.download')}
        </Button>
        <Button variant="default" onClick={() => print()}>
          {t('codes.print')}
        </Button>
        <Button onClick={done}>{doneLabel ?? t('codes.saved')}</Button>
      </div>
    </div>
  );
}
