import { Switch } from '@mantine/core';
import { Fragment } from 'react';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { switchLetters, useLetters } from '../../lib/keys/letters';
import { capOf, MOD } from '../../lib/keys/names';
import { SHORTCUT_GROUPS } from '../../lib/keys/registry';
import { useShortcuts } from '../../lib/keys/use-keys';
import { Dialog } from '../../ui/dialog';
import { KeyCap } from '../../ui/key-hint';
import { messages } from '../messages';
import classes from './shortcut-list.module.css';

/** «?»: every key that does something on this screen now, by the words that its own component gave it. */
export function ShortcutList({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const shortcuts = useShortcuts();
  const letters = useLetters();
  return (
    <Dialog opened={opened} close={close} title={t('keys.title')} closeLabel={common('action.close')} size="xl">
      <div className={classes.groups}>
        {SHORTCUT_GROUPS.map((group) => {
          const held = shortcuts.filter((shortcut) => shortcut.group === group);
          return (
            held.length > 0 && (
              <section key={group} className={classes.group} aria-labelledby={`keys-${group}`}>
                <h3 id={`keys-${group}`}>{t(`keys.${group}`)}</h3>
                <dl className={classes.keys}>
                  {held.map(({ keys, label }) => (
                    <div key={keys.join()}>
                      <dt>
                        {keys.map((key, at) => (
                          <Fragment key={key}>
                            {at > 0 && ` ${t('keys.or')} `}
                            <KeyCap>{capOf(key)}</KeyCap>
                          </Fragment>
                        ))}
                      </dt>
                      <dd>{label}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
      <p className={classes.note}>{t('keys.note')}</p>
      <Switch
        checked={letters}
        label={t('keys.letters')}
        description={t('keys.letters.about', { mod: MOD })}
        onChange={(event) => switchLetters(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
