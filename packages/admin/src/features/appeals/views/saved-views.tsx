import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ChangeViewDocument, DeleteViewDocument, OrderViewsDocument, SavedViewsDocument, SaveViewDocument, type SavedViewTabFragment } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useText } from '../../../lib/i18n/use-text';
import { useMyRegions } from '../../../lib/reference/use-reference';
import { useViewer } from '../../../lib/session/viewer';
import { Icon } from '../../../ui/icons';
import { tabClass } from '../../../ui/tabs-nav';
import { messages } from './messages';
import { ViewDialog } from './view-dialog';
import { searchOf, viewQuery } from './view-query';
import classes from './saved-views.module.css';

const TOAST_MS = 15_000;

/**
 * Tabs of the lists that somebody keeps under a name, behind those that every list has, and what can be done with them. Which one is
 * open stands in the address; whatever is filtered then is a change of it, until it is saved or given up.
 */
export function SavedViews<S extends object & { view?: string }>({
  place,
  to,
  search,
  read,
  narrowed,
  go,
}: {
  place: 'QUEUE' | 'APPEALS';
  to: '/queue' | '/appeals';
  search: S;
  /** Reads the list's address. */
  read: (raw: Record<string, unknown>) => S;
  /** Whether there is anything to keep. */
  narrowed: boolean;
  go: (search: S) => void;
}) {
  const t = useText(messages);
  const errorText = useErrorText();
  const viewer = useViewer();
  const regions = useMyRegions();
  const { data } = useQuery(SavedViewsDocument, { variables: { place }, fetchPolicy: 'cache-and-network' });
  const again = { refetchQueries: [SavedViewsDocument], awaitRefetchQueries: true };
  const [save] = useMutation(SaveViewDocument, again);
  const [change] = useMutation(ChangeViewDocument, again);
  const [order] = useMutation(OrderViewsDocument, again);
  const [remove] = useMutation(DeleteViewDocument, again);
  const [asking, setAsking] = useState<'save' | 'rename' | null>(null);
  const views = data?.savedViews ?? [];
  const open = views.find(({ id }) => id === search.view);
  const now = viewQuery(search);
  const searchOfView = (view: SavedViewTabFragment): S => ({ ...searchOf(view.query, read), view: view.id });
  const changed = open !== undefined && viewQuery(searchOfView(open)) !== now;
  const mayShare = viewer.role === 'COORDINATOR' || viewer.role === 'ADMINISTRATOR';
  const siblings = open ? views.filter(({ region, viewerCanChange }) => viewerCanChange && region?.code === open.region?.code) : [];
  const at = siblings.findIndex(({ id }) => id === open?.id);

  // On a phone the row of tabs is longer than the screen: the open one is in sight.
  const active = useRef<HTMLSpanElement>(null);
  const openId = open?.id;
  useEffect(() => {
    const nav = active.current?.closest('nav');
    if (!nav || !active.current) return;
    const [tab, row] = [active.current.getBoundingClientRect(), nav.getBoundingClientRect()];
    if (tab.left < row.left || tab.right > row.right) nav.scrollLeft += tab.left - row.left;
  }, [openId]);

  /** Runs what needs no form; a refusal or a failure is said in a toast. */
  const run = async (ask: () => Promise<{ errors: readonly { message: string }[] } | undefined>): Promise<boolean> => {
    try {
      const refusal = (await ask())?.errors[0];
      if (refusal) notifications.show({ color: 'red', message: refusal.message });
      return !refusal;
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(error) });
      return false;
    }
  };
  const move = (by: 1 | -1) => {
    const ids = siblings.map(({ id }) => id);
    const [one] = ids.splice(at, 1);
    ids.splice(at + by, 0, one!);
    return run(async () => (await order({ variables: { input: { ids } } })).data?.orderViews);
  };
  const forget = async (view: SavedViewTabFragment) => {
    if (!(await run(async () => (await remove({ variables: { id: view.id } })).data?.deleteView))) return;
    go({ ...search, view: undefined });
    const toast = `view-${view.id}`;
    notifications.show({
      id: toast,
      autoClose: TOAST_MS,
      message: (
        <span className={classes.toast}>
          <span>{t('deleted', { name: view.name })}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(toast);
              const input = { place, name: view.name, query: view.query, regionCode: view.region?.code };
              void run(async () => (await save({ variables: { input } })).data?.saveView);
            }}
          >
            {t('restore')}
          </Button>
        </span>
      ),
    });
  };
  return (
    <>
      {views.map((view) => {
        const isOpen = view.id === openId;
        return (
          <span key={view.id} ref={isOpen ? active : undefined} className={classes.tab} data-active={isOpen || undefined}>
            <Link
              to={to}
              search={searchOfView(view) as never}
              className={tabClass}
              data-active={isOpen || undefined}
              aria-current={isOpen ? 'page' : undefined}
              title={view.region ? t('shared', { region: view.region.name, who: view.byName }) : undefined}
            >
              {view.region && <Icon name="people" size={14} className={classes.mark} />}
              {view.name}
              {isOpen && changed && (
                <span className={classes.changed} title={t('changed')}>
                  <span className="visually-hidden">{t('changed')}</span>
                </span>
              )}
            </Link>
            {isOpen && (
              <Menu shadow="md" position="bottom-start">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('menu', { name: view.name })}>
                    <Icon name="down" size={14} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {changed && view.viewerCanChange && (
                    <Menu.Item onClick={() => void run(async () => (await change({ variables: { input: { id: view.id, version: view.version, query: now } } })).data?.changeView)}>
                      {t('update')}
                    </Menu.Item>
                  )}
                  {changed && <Menu.Item onClick={() => go(searchOfView(view))}>{t('reset')}</Menu.Item>}
                  {changed && <Menu.Item onClick={() => setAsking('save')}>{t('saveAs')}</Menu.Item>}
                  {view.viewerCanChange && (
                    <>
                      <Menu.Item onClick={() => setAsking('rename')}>{t('rename')}</Menu.Item>
                      {at > 0 && <Menu.Item onClick={() => void move(-1)}>{t('left')}</Menu.Item>}
                      {at < siblings.length - 1 && <Menu.Item onClick={() => void move(1)}>{t('right')}</Menu.Item>}
                      <Menu.Item color="red.9" onClick={() => void forget(view)}>
                        {t('delete')}
                      </Menu.Item>
                    </>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
          </span>
        );
      })}
      {narrowed && !open && (
        <Button variant="subtle" size="compact-sm" className={classes.save} leftSection={<Icon name="plus" size={14} />} onClick={() => setAsking('save')}>
          {t('save')}
        </Button>
      )}
      {asking === 'save' && (
        <ViewDialog
          title={t('title.save')}
          name=""
          regions={mayShare ? regions : []}
          close={() => setAsking(null)}
          save={async (name, regionCode) => {
            const payload = (await save({ variables: { input: { place, name, query: now, regionCode } } })).data?.saveView;
            if (payload?.savedView) {
              setAsking(null);
              go({ ...search, view: payload.savedView.id });
              notifications.show({ message: t('saved', { name: payload.savedView.name }) });
            }
            return payload;
          }}
        />
      )}
      {asking === 'rename' && open && (
        <ViewDialog
          title={t('title.rename')}
          name={open.name}
          regions={[]}
          close={() => setAsking(null)}
          save={async (name) => {
            const payload = (await change({ variables: { input: { id: open.id, version: open.version, name } } })).data?.changeView;
            if (payload?.savedView) setAsking(null);
            return payload;
          }}
        />
      )}
    </>
  );
}
