import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useConnection } from '../../lib/apollo/connection';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useKeys } from '../../lib/keys/use-keys';
import { useLiveAttention } from '../../lib/session/use-live-attention';
import { isLocked, useViewer } from '../../lib/session/viewer';
import { Icon } from '../../ui/icons';
import { useNarrow } from '../../ui/use-narrow';
import { messages } from '../messages';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { useUrgentAlarm } from './use-urgent-alarm';
import { useFocusOnArrival } from './use-focus-on-arrival';
import classes from './shell.module.css';

const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));
const ShortcutList = lazy(() => import('./shortcut-list').then((module) => ({ default: module.ShortcutList })));

/** The palette, and where the focus was when it was opened: there it goes back. */
interface Opening {
  opened: boolean;
  from: Element | null;
}

/** A page with a search of its own (`data-page-search`) gets «/» before the one in the top bar. */
function focusSearch(everywhere: HTMLInputElement | null): void {
  const own = document.querySelector<HTMLInputElement>('input[data-page-search]');
  const target = own?.offsetParent ? own : everywhere;
  target?.focus();
  target?.select();
}

/** The frame of every page behind the sign-in. */
export function Shell() {
  const t = useText(messages);
  const common = useCommonText();
  const narrow = useNarrow();
  const online = useConnection();
  const locked = isLocked(useViewer());
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [palette, setPalette] = useState<Opening | null>(null);
  const [list, setList] = useState<'closed' | 'open' | 'never'>('never');
  const openPalette = () => setPalette({ opened: true, from: document.activeElement });
  useLiveAttention(locked, useUrgentAlarm());
  useFocusOnArrival(main);
  useKeys(
    locked
      ? []
      : [
          { keys: 'mod+KeyK', label: t('palette.title'), group: 'everywhere', run: openPalette },
          { keys: '/', label: t('search'), group: 'everywhere', run: () => focusSearch(search.current) },
          { keys: '?', label: t('keys.title'), group: 'everywhere', run: () => setList('open') },
        ],
  );
  return (
    <div className={classes.shell}>
      <a
        href="#main"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <TopBar narrow={narrow} locked={locked} searchRef={search} openPalette={openPalette} />
      <div className={classes.body} data-locked={locked || undefined}>
        {!locked && <Rail narrow={narrow} />}
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <div role="status" className={classes.connection} data-shown={!online || undefined}>
        {!online && (
          <>
            <Icon name="refresh" size={15} />
            {common('state.offline')}
          </>
        )}
      </div>
      <Suspense>
        {palette && <Palette {...palette} close={() => setPalette({ ...palette, opened: false })} />}
        {list !== 'never' && <ShortcutList opened={list === 'open'} close={() => setList('closed')} />}
      </Suspense>
    </div>
  );
}
