import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { hasWords } from '../../lib/format/words';
import { useText } from '../../lib/i18n/use-text';
import { ariaOf, capOf, nameOf } from '../../lib/keys/names';
import { useOptions } from '../../lib/keys/use-options';
import { Icon } from '../../ui/icons';
import { KeyHint } from '../../ui/key-hint';
import { messages } from '../messages';
import { useCommands, type Command } from './use-commands';
import classes from './palette.module.css';

/**
 * Ctrl-K: what may be done with the open appeal now, each with its key; the person's places; commands; and whatever was typed as a search.
 * Loaded at its first use. What is chosen is done once the palette is gone and the focus is back where it was: a move may take it from there.
 */
export function Palette({ opened, close, from }: { opened: boolean; close: () => void; from: Element | null }) {
  const chosen = useRef<(() => void) | null>(null);
  const gone = () => {
    if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    chosen.current?.();
    chosen.current = null;
  };
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      onExitTransitionEnd={gone}
      returnFocus={false}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
      classNames={{ inner: classes.inner ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content}>
        <Modal.Body p={0}>
          <Choice
            close={close}
            choose={({ run }) => {
              chosen.current = run;
              close();
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Choice({ choose, close }: { choose: (command: Command) => void; close: () => void }) {
  const t = useText(messages);
  const [words, setWords] = useState('');
  const query = words.trim();
  const groups = useCommands(query)
    .map(({ title, commands }) => ({ title, commands: commands.filter(({ label, always }) => always || hasWords(label, query)) }))
    .filter(({ commands }) => commands.length > 0);
  const all = groups.flatMap(({ commands }) => commands);
  const options = useOptions(all.length, (at) => {
    const command = all[at];
    if (command) choose(command);
  });
  return (
    <>
      <Modal.Title className="visually-hidden">{t('palette.title')}</Modal.Title>
      <TextInput
        data-autofocus
        {...options.field}
        size="lg"
        variant="unstyled"
        className={classes.search}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        leftSection={<Icon name="search" size={18} />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          options.reset();
        }}
        onKeyDown={(event) => {
          options.field.onKeyDown(event);
          if (nameOf(event.nativeEvent) !== 'mod+KeyK') return;
          event.preventDefault();
          close();
        }}
      />
      <p role="status" className={all.length === 0 ? classes.nothing : 'visually-hidden'}>
        {all.length === 0 ? t('palette.nothing') : query && t('palette.count', { n: all.length })}
      </p>
      <div {...options.list} aria-label={t('palette.title')} className={classes.list}>
        {groups.map(({ title, commands }) => (
          <div key={title} role="group" aria-label={title}>
            <div role="presentation" className={classes.group}>
              {title}
            </div>
            {commands.map((command) => (
              <UnstyledButton
                key={command.id}
                {...options.option(all.indexOf(command))}
                component="div"
                className={classes.option}
                aria-keyshortcuts={command.keys?.map((key) => ariaOf(key)).join(' ')}
              >
                {command.icon && (
                  <span className={classes.icon}>
                    <Icon name={command.icon} size={17} />
                  </span>
                )}
                <span className={classes.label}>{command.label}</span>
                {command.keys?.map((key) => <KeyHint key={key}>{capOf(key)}</KeyHint>)}
              </UnstyledButton>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
