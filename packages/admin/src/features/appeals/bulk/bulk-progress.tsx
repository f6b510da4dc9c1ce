import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { BulkItemsDocument, BulkProgressDocument, StopBulkMoveDocument, UndoBulkMoveDocument, type BulkStateFragment } from '../../../gql/appeals';
import type { AppealMove, AppealStatus } from '../../../gql/schema';
import { useChange } from '../../../lib/apollo/use-change';
import { QueryView } from '../../../lib/apollo/query-view';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { Failure } from '../../../ui/failure';
import { Reasons } from './bulk-dialog';
import { BulkItems } from './bulk-items';
import type { BulkMoveName } from './bulk-moves';
import { messages } from './messages';
import classes from './bulk-dialog.module.css';
import buttons from '../../../ui/dialog-buttons.module.css';

const POLL_MS = 700;
/** Moves after which an appeal lies with somebody else at once. */
const NOT_UNDOABLE: readonly AppealMove[] = ['BEGIN', 'RETURN_TO_MODERATION'];

/** An appeal that was not moved. */
export interface LeftOver {
  id: string;
  status: AppealStatus;
}

const isRunning = ({ state }: BulkStateFragment): boolean => state === 'RUNNING' || state === 'UNDOING';

/** How far a bulk move is, and what became of each appeal. Its id is in the address, so that nothing is lost with the window. */
export function BulkProgress({ id, close, finished }: { id: string; close: (running: boolean) => void; finished: (left: readonly LeftOver[]) => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const apollo = useApolloClient();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(BulkProgressDocument, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const bulk = data?.bulkMove;
  const running = bulk !== undefined && isRunning(bulk);
  useEffect(() => {
    if (!running) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  // Once it is over, lists are asked for anew, and what was refused stays chosen.
  const wasRunning = useRef(false);
  useEffect(() => {
    if (running) wasRunning.current = true;
    else if (bulk && wasRunning.current) {
      wasRunning.current = false;
      void apollo
        .query({ query: BulkItemsDocument, variables: { id, outcome: ['REFUSED', 'LEFT'] }, fetchPolicy: 'no-cache' })
        .then(({ data: rest }) => finished((rest?.bulkMove.items.edges ?? []).flatMap(({ node }) => (node.appeal ? [node.appeal] : []))))
        .catch(() => finished([]));
    }
  }, [running, bulk, apollo, id, finished]);
  const move = bulk ? t(`move.${bulk.move as BulkMoveName}`) : '';
  return (
    <Dialog opened close={() => close(running)} title={bulk ? t('title', { move, n: bulk.counts.total }) : common('state.loading')} closeLabel={common('action.close')} size="lg">
      <QueryView data={bulk} error={error} refetch={refetch}>
        {(loaded) => (isRunning(loaded) ? <Running bulk={loaded} close={() => close(true)} /> : <Result bulk={loaded} close={() => close(false)} />)}
      </QueryView>
    </Dialog>
  );
}

/** Whole seconds that are left, counted down; 0 without a moment. */
function useSecondsUntil(moment: string | null): number {
  const left = () => (moment ? Math.max(0, Math.floor((Date.parse(moment) - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}

function Running({ bulk, close }: { bulk: BulkStateFragment; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const [stop] = useMutation(StopBulkMoveDocument);
  const { run, busy, errors } = useChange();
  const { total, done, refused, undone } = bulk.counts;
  const undoing = bulk.state === 'UNDOING';
  const reached = undoing ? undone : done + refused;
  const of = undoing ? done + undone : total;
  return (
    <div className={classes.body}>
      {errors.map(({ code, message }) => (
        <Failure key={code}>{message}</Failure>
      ))}
      <p className={classes.lead} role="status">
        {t(undoing ? 'undoing' : 'running', { done: reached, total: of })}
      </p>
      <Progress value={of === 0 ? 0 : (reached / of) * 100} aria-label={t(undoing ? 'undoing' : 'running', { done: reached, total: of })} />
      {refused > 0 && !undoing && <p className={classes.hint}>{t('result.refused', { n: refused })}</p>}
      <p className={classes.hint}>{t('running.hint')}</p>
      <div className={buttons.buttons}>
        {!undoing && (
          <Button variant="default" loading={busy} onClick={() => void run(async () => (await stop({ variables: { id: bulk.id } })).data?.stopBulkMove)}>
            {t('stop')}
          </Button>
        )}
        <Button data-autofocus onClick={close}>
          {common('action.close')}
        </Button>
      </div>
    </div>
  );
}

function Result({ bulk, close }: { bulk: BulkStateFragment; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const [undo] = useMutation(UndoBulkMoveDocument);
  const { run, busy, errors } = useChange();
  const { total, done, refused, left, undone } = bulk.counts;
  const seconds = useSecondsUntil(bulk.undoableUntil);
  const isUndone = bulk.state === 'UNDONE';
  return (
    <div className={classes.body}>
      {errors.map(({ code, message }) => (
        <Failure key={code}>{message}</Failure>
      ))}
      <div role="status">
        <ul className={classes.sums}>
          {isUndone ? (
            <>
              <li data-tone="good">{t('result.undone', { n: undone })}</li>
              {done > 0 && <li data-tone="danger">{t('result.kept', { n: done })}</li>}
            </>
          ) : (
            <li data-tone="good">{t('result.DONE', { n: done })}</li>
          )}
          {refused > 0 && <li data-tone="danger">{t('result.refused', { n: refused })}</li>}
          {left > 0 && <li>{t('result.left', { n: left })}</li>}
          <li>{t('result.total', { n: total })}</li>
        </ul>
      </div>
      {bulk.reasons.length > 0 && <Reasons bulk={bulk} />}
      {refused > 0 && <BulkItems id={bulk.id} outcome="REFUSED" caption={t('refused.list')} />}
      {isUndone && done > 0 && <BulkItems id={bulk.id} outcome="DONE" caption={t('result.kept', { n: done })} />}
      {left > 0 && <BulkItems id={bulk.id} outcome="LEFT" caption={t('result.left', { n: left })} />}
      {!isUndone && done > 0 && seconds <= 0 && <p className={classes.hint}>{t(NOT_UNDOABLE.includes(bulk.move) ? 'undo.never' : 'undo.over')}</p>}
      <div className={buttons.buttons}>
        {!isUndone && done > 0 && seconds > 0 && (
          <Button variant="default" loading={busy} onClick={() => void run(async () => (await undo({ variables: { id: bulk.id } })).data?.undoBulkMove)}>
            {t('undo', { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })}
          </Button>
        )}
        <Button data-autofocus onClick={close}>
          {common('action.close')}
        </Button>
      </div>
    </div>
  );
}
