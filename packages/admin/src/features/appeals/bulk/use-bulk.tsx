import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { AppealFilter } from '../../../gql/schema';
import { useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useViewer } from '../../../lib/session/viewer';
import { BulkBar } from './bulk-bar';
import { BulkDialog } from './bulk-dialog';
import { BulkRecent } from './bulk-recent';
import { movesOf, type BulkMoveName } from './bulk-moves';
import { BulkProgress, type LeftOver } from './bulk-progress';
import { keepChosen, useBulkSelection, type BulkSelection } from './bulk-selection';
import { messages } from './messages';

interface BulkRow {
  id: string;
  region: { code: string };
  campaign?: { waiting: number } | null;
}

/**
 * Bulk moves of one list: the choice, the bar under the list, and the dialogs.
 * @returns `selection` null for whoever moves nothing; `bar` stands under the rows, `recent` above them, `dialogs` anywhere
 */
export function useBulk({
  place,
  filter,
  rows,
  total,
  regions,
  shown,
  show,
  cursor,
}: {
  place: 'queue' | 'appeals';
  filter: AppealFilter;
  rows: readonly BulkRow[];
  total: number | undefined;
  /** Regions that the filter names. */
  regions: readonly string[] | undefined;
  /** The bulk move that is open, from the address. */
  shown: string | undefined;
  show: (id: string | undefined) => void;
  /** The row that the keys are at. */
  cursor: () => string | null;
}): { selection: BulkSelection | null; bar: ReactNode; dialogs: ReactNode; recent: ReactNode } {
  const t = useText(messages);
  const apollo = useApolloClient();
  const viewer = useViewer();
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useBulkSelection(place, filter, order);
  const moves = movesOf(viewer.role, place);
  const [move, setMove] = useState<BulkMoveName | null>(null);
  const finished = useCallback(
    (left: readonly LeftOver[]) => {
      // What waits no more has left the queue.
      keepChosen(place, left.filter(({ status }) => place === 'appeals' || status === 'SUBMITTED').map(({ id }) => id));
      void apollo.refetchQueries({ include: 'active' });
    },
    [apollo, place],
  );
  const choose = (event?: KeyboardEvent) => {
    const at = cursor();
    if (at) selection.toggle(at, event?.shiftKey);
  };
  useKeys([moves.length > 0 && { keys: 'KeyX', label: t('keys'), group: 'list', run: choose }]);

  /** The one region of what is chosen, as far as it is known: deputies are offered from there. */
  const region = (): string | null => {
    const known = new Set(selection.whole ? (regions ?? viewer.regions.map(({ code }) => code)) : rows.filter(({ id }) => selection.ids.has(id)).map(({ region: { code } }) => code));
    return known.size === 1 ? [...known][0]! : null;
  };
  return {
    selection: moves.length > 0 ? selection : null,
    bar: <BulkBar selection={selection} total={total} moves={moves} choose={setMove} first={place === 'queue' ? 1 : 0} />,
    recent: moves.length > 0 && <BulkRecent show={show} />,
    dialogs: (
      <>
        {move && (
          <BulkDialog
            move={move}
            choice={selection.whole ? { filter } : { appealIds: [...selection.ids] }}
            count={selection.whole ? (total ?? 0) : selection.ids.size}
            regionCode={region()}
            note={filter.oneOfEachCampaign && rows.some((row) => (row.campaign?.waiting ?? 0) > 1 && selection.has(row.id)) ? t('campaign') : undefined}
            close={() => setMove(null)}
            started={(id) => {
              setMove(null);
              selection.clear();
              show(id);
            }}
          />
        )}
        {shown && (
          <BulkProgress
            key={shown}
            id={shown}
            finished={finished}
            close={(running) => {
              show(undefined);
              if (running) notifications.show({ message: t('closed.running') });
            }}
          />
        )}
      </>
    ),
  };
}
