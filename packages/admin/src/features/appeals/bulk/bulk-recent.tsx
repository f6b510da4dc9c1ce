import { useQuery } from '@apollo/client/react';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { RecentBulkMovesDocument } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import type { BulkMoveName } from './bulk-moves';
import { messages } from './messages';
import classes from './bulk-recent.module.css';

/** The last bulk moves of this person: whoever closed the window finds what became of each appeal. */
export function BulkRecent({ show }: { show: (id: string) => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const days = useDays();
  const [opened, setOpened] = useState(false);
  const { data, error } = useQuery(RecentBulkMovesDocument, { skip: !opened, fetchPolicy: 'cache-and-network' });
  const moves = data?.bulkMoves.edges.map(({ node }) => node);
  return (
    <Menu shadow="md" position="bottom-end" width={300} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label={t('recent')} disabled={opened}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('recent')}>
            <Icon name="clock" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('recent')}</Menu.Label>
        {moves?.map(({ id, move, state, startedAt, counts: { total, done, refused } }) => (
          <Menu.Item key={id} onClick={() => show(id)}>
            <span className={classes.item}>
              <span className={classes.first}>
                <span>{t('confirm', { move: t(`move.${move as BulkMoveName}`), n: total })}</span>
                {startedAt && <time dateTime={startedAt}>{days.moment(startedAt)}</time>}
              </span>
              <span className={classes.second}>{state === 'RUNNING' ? t('running', { done: done + refused, total }) : t(`recent.${state}`, { done, refused })}</span>
            </span>
          </Menu.Item>
        ))}
        {moves?.length === 0 && <div className={classes.nothing}>{t('recent.none')}</div>}
        {!moves && <div className={classes.nothing}>{error ? errorText(error) : common('state.loading')}</div>}
      </Menu.Dropdown>
    </Menu>
  );
}
