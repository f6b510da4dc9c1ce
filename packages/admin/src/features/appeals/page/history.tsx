import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import type { AppealFull } from './appeal-full';
import { Block } from './block';
import { historyRows, readersOf, type HistoryEntry } from './history-rows';
import { messages } from './messages';
import classes from './side.module.css';

/** «20 марта, 9:15, Анна Иванова, модератор». */
function Who({ entry, timeZone }: { entry: HistoryEntry; timeZone: string }) {
  const common = useCommonText();
  const days = useDays();
  return (
    <span className={classes.note}>
      <time dateTime={entry.at}>{days.moment(entry.at, timeZone)}</time>
      {entry.actorKind !== 'APPLICANT' && entry.actorKind !== 'SYSTEM' && `, ${entry.actorName}`}, {common(`actor.${entry.actorKind}`)}
    </span>
  );
}

function Entry({ entry, timeZone }: { entry: HistoryEntry; timeZone: string }) {
  const t = useText(messages);
  return (
    <li data-quiet={entry.move === null || undefined}>
      <span className={classes.event}>
        {(entry.contactsOpened || entry.event === 'APPEAL_OPENED') && <Icon name="eye" size={14} />}
        {entry.title}
      </span>
      <Who entry={entry} timeZone={timeZone} />
      {entry.reason && <span className={classes.resultText}>{t('history.reason', { reason: entry.reason })}</span>}
    </li>
  );
}

/** Readers in a row: how many and who first; the whole list when it is asked for. */
function Openings({ openings, timeZone }: { openings: HistoryEntry[]; timeZone: string }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  const list = useId();
  const { names, more } = readersOf(openings);
  return (
    <li data-quiet>
      <span className={classes.event}>
        <Icon name="eye" size={14} />
        {t('history.openings', { count: openings.length })}
      </span>
      <span className={classes.note}>{t('history.names', { names: names.join(', '), more })}</span>
      <UnstyledButton className={classes.more} aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        {t(open ? 'history.openings.hide' : 'history.openings.show')}
      </UnstyledButton>
      <ul id={list} hidden={!open} className={classes.openings}>
        {openings.map((entry) => (
          <li key={entry.id}>
            <Who entry={entry} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Whether the chain of the record holds: the server has just hashed it anew. */
function Wholeness({ whole }: { whole: boolean }) {
  const t = useText(messages);
  return whole ? (
    <p className={classes.whole}>
      <Icon name="check" size={15} />
      <span>
        <strong>{t('history.whole')}.</strong> {t('history.whole.why')}
      </span>
    </p>
  ) : (
    <p role="alert" className={classes.whole} data-broken>
      <Icon name="warning" size={15} />
      <span>
        <strong>{t('history.broken')}.</strong> {t('history.broken.why')}
      </span>
    </p>
  );
}

/** Everything on record about the appeal: moves, and who looked, in one line of time. */
export function HistoryBlock({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const [shown, setShown] = useState<'all' | 'moves'>('all');
  const { timeZone } = appeal.region;
  return (
    <Block title={t('history')}>
      <SegmentedControl
        fullWidth
        size="sm"
        className={classes.shown}
        aria-label={t('history.shown')}
        value={shown}
        data={(['all', 'moves'] as const).map((value) => ({ value, label: t(`history.${value}`) }))}
        onChange={(value) => setShown(value as typeof shown)}
      />
      <ol className={classes.history}>
        {historyRows(appeal.history, shown === 'moves').map((row) =>
          'openings' in row ? (
            <Openings key={row.openings[0]!.id} openings={row.openings} timeZone={timeZone} />
          ) : (
            <Entry key={row.entry.id} entry={row.entry} timeZone={timeZone} />
          ),
        )}
      </ol>
      <Wholeness whole={appeal.historyWhole} />
    </Block>
  );
}
