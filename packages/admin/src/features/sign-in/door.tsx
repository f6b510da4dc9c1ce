import { Button, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { useServiceName } from '../../lib/session/about';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';
import { useDocumentTitle } from '../../ui/document-title';
import { Icon } from '../../ui/icons';
import { messages } from './messages';
import classes from './door.module.css';

/** The frame of every page before the sign-in: the service's name, one card, and below it what else there is. */
export function Door({
  title,
  lead,
  below,
  focusTitle = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  below?: ReactNode;
  /** On arrival the heading takes the focus, where no field of the card does. */
  focusTitle?: boolean;
  children: ReactNode;
}) {
  const t = useText(messages);
  const name = useServiceName();
  const language = useLanguageSwitch();
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle, title]);
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <p className={classes.service}>
          <span className={classes.mark}>
            <Icon name="mark" size={20} />
          </span>
          {name}
        </p>
        <div className={classes.card}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {lead && <p className={classes.hint}>{lead}</p>}
          {children}
        </div>
        {below}
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
