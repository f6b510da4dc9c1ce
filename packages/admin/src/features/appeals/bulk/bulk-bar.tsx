import { Button, Menu } from '@mantine/core';
import { useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import type { BulkMoveName } from './bulk-moves';
import type { BulkSelection } from './bulk-selection';
import { messages } from './messages';
import classes from './bulk-bar.module.css';

/** Under a list, as long as something in it is chosen: how many, all of the filter, and what can be done with them. */
export function BulkBar({
  selection,
  total,
  moves,
  choose,
  first,
}: {
  selection: BulkSelection;
  /** How many the filter finds in all. */
  total: number | undefined;
  moves: readonly BulkMoveName[];
  choose: (move: BulkMoveName) => void;
  /** How many of them are buttons; the rest is a menu. */
  first: number;
}) {
  const t = useText(messages);
  if (!selection.any || moves.length === 0) return null;
  const shown = moves.slice(0, first);
  const hidden = moves.slice(first);
  const count = selection.whole ? (total ?? 0) : selection.ids.size;
  return (
    <div role="region" aria-label={t('bar')} className={classes.bar}>
      <div className={classes.what}>
        <span role="status" className={classes.count}>
          {t(selection.whole ? 'chosen.all' : 'chosen', { n: count })}
        </span>
        <Button variant="subtle" size="compact-sm" onClick={selection.clear}>
          {t('clear')}
        </Button>
        {!selection.whole && total !== undefined && total > selection.ids.size && (
          <Button variant="subtle" size="compact-sm" onClick={selection.takeWhole}>
            {t('takeAll', { n: total })}
          </Button>
        )}
      </div>
      <div className={classes.moves}>
        {shown.map((move, at) => (
          <Button key={move} size="sm" variant={at === 0 ? 'filled' : 'default'} onClick={() => choose(move)}>
            {t(`move.${move}`)}…
          </Button>
        ))}
        {hidden.length > 0 && (
          <Menu shadow="md" position="top-end">
            <Menu.Target>
              <Button size="sm" variant={first === 0 ? 'filled' : 'default'} rightSection={<Icon name="down" size={14} />}>
                {t(first === 0 ? 'act' : 'more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {hidden.map((move) => (
                <Menu.Item key={move} onClick={() => choose(move)}>
                  {t(`move.${move}`)}…
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  );
}
