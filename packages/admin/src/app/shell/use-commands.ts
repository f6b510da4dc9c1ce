import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../lib/i18n/use-text';
import type { KeyName } from '../../lib/keys/names';
import type { ShortcutGroup } from '../../lib/keys/registry';
import { press, useShortcuts } from '../../lib/keys/use-keys';
import { useSession } from '../../lib/session/session';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';
import { useViewer } from '../../lib/session/viewer';
import type { IconName } from '../../ui/icons';
import { messages } from '../messages';
import { PLACES } from './places';

/** One line of the palette. */
export interface Command {
  id: string;
  label: string;
  icon?: IconName;
  keys?: readonly KeyName[];
  /** Stands there whatever was typed. */
  always?: true;
  run: () => void;
}

/** Everything that can be done from here, under its headings; what the screen offers first. */
export function useCommands(query: string): readonly { title: string; commands: readonly Command[] }[] {
  const t = useText(messages);
  const viewer = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  const language = useLanguageSwitch();
  const { setColorScheme } = useMantineColorScheme();
  const shortcuts = useShortcuts();

  // The screen's own shortcuts are its moves: those that the API allows now, under the same keys and words as in the list of shortcuts.
  const offered = (group: ShortcutGroup): Command[] =>
    shortcuts
      .filter((shortcut) => shortcut.group === group)
      .map(({ keys, label }) => ({ id: keys.join(), label, keys, run: () => press(keys[0] ?? '') }));
  const places = PLACES[viewer.role].map((place) => ({
    id: place.to,
    label: t(place.label),
    icon: place.icon,
    run: () => void navigate({ to: place.to }),
  }));
  const commands: Command[] = [
    ...(PLACES[viewer.role].some(({ to }) => to === '/accounts')
      ? [{ id: 'invite', label: t('invite'), icon: 'plus' as const, run: () => void navigate({ to: '/accounts', search: { invite: true } }) }]
      : []),
    { id: 'keys', label: t('keys.title'), icon: 'keyboard', keys: ['?'], run: () => press('?') },
    { id: 'profile', label: t('profile'), icon: 'contact', run: () => void navigate({ to: '/profile' }) },
    { id: 'language', label: t('language.other'), icon: 'refresh', run: () => language.choose(language.other) },
    { id: 'dark', label: t('theme.dark'), icon: 'moon', run: () => setColorScheme('dark') },
    { id: 'light', label: t('theme.light'), icon: 'sun', run: () => setColorScheme('light') },
    { id: 'out', label: t('signOut'), icon: 'exit', run: () => void session.leave() },
  ];
  const find: Command[] = query
    ? [{ id: 'find', label: t('palette.find', { query }), icon: 'search', always: true, run: () => void navigate({ to: '/appeals', search: { search: query } }) }]
    : [];
  return [
    ...(['appeal', 'writing', 'more'] as const).map((group) => ({ title: t(`keys.${group}`), commands: offered(group) })),
    { title: t('palette.places'), commands: places },
    { title: t('palette.commands'), commands },
    { title: t('search'), commands: find },
  ];
}
