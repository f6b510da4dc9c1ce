import { Modal, useMantineColorScheme } from '@mantine/core';
import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { useSession } from '../../lib/session/session';
import { useViewer } from '../../lib/session/viewer';
import { Icon, type IconName } from '../../ui/icons';
import { messages } from '../messages';
import { PLACES } from './places';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';

interface Command {
  id: string;
  label: string;
  icon: IconName;
  run: () => void;
}

/** Ctrl-K: any place or command by its name, and whatever was typed as a search. Loaded at its first use. */
export function Palette({ openedAt }: { openedAt: number }) {
  const t = useText(messages);
  const viewer = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  const language = useLanguageSwitch();
  const { setColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  useEffect(() => {
    if (openedAt > 0) spotlight.open();
  }, [openedAt]);

  const wanted = query.trim().toLocaleLowerCase();
  const matching = (commands: Command[]) => commands.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const places = matching(
    PLACES[viewer.role].map((place) => ({
      id: place.to,
      label: t(place.label),
      icon: place.icon,
      run: () => void navigate({ to: place.to }),
    })),
  );
  const commands = matching([
    ...(PLACES[viewer.role].some(({ to }) => to === '/accounts')
      ? [{ id: 'invite', label: t('invite'), icon: 'plus' as const, run: () => void navigate({ to: '/accounts', search: { invite: true } }) }]
      : []),
    { id: 'profile', label: t('profile'), icon: 'contact', run: () => void navigate({ to: '/profile' }) },
    { id: 'language', label: t('language.other'), icon: 'refresh', run: () => language.choose(language.other) },
    { id: 'dark', label: t('theme.dark'), icon: 'moon', run: () => setColorScheme('dark') },
    { id: 'light', label: t('theme.light'), icon: 'sun', run: () => setColorScheme('light') },
    { id: 'out', label: t('signOut'), icon: 'exit', run: () => void session.leave() },
  ]);
  const find: Command[] =
    wanted === ''
      ? []
      : [
          {
            id: 'find',
            label: t('palette.find', { query: query.trim() }),
            icon: 'search',
            run: () => void navigate({ to: '/appeals', search: { search: query.trim() } }),
          },
        ];
  const list = (items: Command[]) =>
    items.map(({ id, label, icon, run }) => <Spotlight.Action key={id} label={label} leftSection={<Icon name={icon} />} onClick={run} />);
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} clearQueryOnClose>
      <Modal.Title className="visually-hidden">{t('palette.title')}</Modal.Title>
      <Spotlight.Search placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} leftSection={<Icon name="search" />} />
      <Spotlight.ActionsList>
        {places.length > 0 && <Spotlight.ActionsGroup label={t('palette.places')}>{list(places)}</Spotlight.ActionsGroup>}
        {commands.length > 0 && <Spotlight.ActionsGroup label={t('palette.commands')}>{list(commands)}</Spotlight.ActionsGroup>}
        {list(find)}
        {find.length + places.length + commands.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
