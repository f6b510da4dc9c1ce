import { ActionIcon, Avatar, Button, Menu, TextInput, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type RefObject } from 'react';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useServiceName } from '../../lib/session/about';
import { useSession } from '../../lib/session/session';
import { useViewer } from '../../lib/session/viewer';
import { Icon } from '../../ui/icons';
import { MOD } from '../../lib/keys/names';
import { KeyHint } from '../../ui/key-hint';
import { messages } from '../messages';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';
import classes from './top-bar.module.css';

function SearchBox({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  return (
    <form
      role="search"
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim() === '') return;
        void navigate({ to: '/appeals', search: { search: query.trim() } });
        setQuery('');
      }}
    >
      <TextInput
        ref={inputRef}
        type="search"
        size="sm"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        leftSection={<Icon name="search" size={16} />}
        rightSection={<KeyHint>/</KeyHint>}
      />
    </form>
  );
}

function AccountMenu() {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const session = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const leaving = useRef(false);
  return (
    <Menu position="bottom-end" shadow="md" width={270}>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <Avatar size={32} radius="xl" color="accent" name={viewer.name} alt="" aria-hidden="true" />
          <span className="visually-hidden">{t('account', { name: viewer.name })}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{viewer.name}</strong>
          <span>
            {common(`role.${viewer.role}`)} ·{' '}
            {viewer.regions.length === 1 && !viewer.allRegions
              ? viewer.regions[0]?.name
              : t('account.regions', { n: viewer.allRegions ? 0 : viewer.regions.length })}
          </span>
          <span>{viewer.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="contact" />} renderRoot={(props: object) => <Link to="/profile" {...props} />}>
          {t('profile')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name={dark ? 'sun' : 'moon'} />} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
          {t(dark ? 'theme.light' : 'theme.dark')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="exit" />}
          onClick={() => {
            if (leaving.current) return;
            leaving.current = true;
            void session.leave();
          }}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Name, search everywhere, palette, language, account. */
export function TopBar({
  narrow,
  locked,
  searchRef,
  openPalette,
}: {
  narrow: boolean;
  /** Nothing can be searched yet. */
  locked: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  openPalette: () => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const name = useServiceName();
  const language = useLanguageSwitch();
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.name} aria-label={`${name}. ${common('action.home')}`}>
        <span className={classes.mark}>
          <Icon name="mark" size={18} />
        </span>
        <span>{name}</span>
      </Link>
      {!narrow && !locked && <SearchBox inputRef={searchRef} />}
      <div className={classes.tools}>
        {locked ? null : narrow ? (
          <ActionIcon variant="subtle" color="gray" size={40} aria-label={t('search.label')} onClick={openPalette}>
            <Icon name="search" size={20} />
          </ActionIcon>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            px={8}
            className={classes.tool}
            aria-keyshortcuts="Control+K"
            onClick={openPalette}
          >
            <KeyHint>{`${MOD} K`}</KeyHint>
            <span className="visually-hidden">{t('palette.open')}</span>
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px={8}
          className={classes.tool}
          lang={language.other}
          onClick={() => language.choose(language.other)}
        >
          {language.other === 'en' ? 'EN' : 'РУ'}
          <span className="visually-hidden">. {t('language.other')}</span>
        </Button>
        <AccountMenu />
      </div>
    </header>
  );
}
