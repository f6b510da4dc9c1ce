import { useEffect, useRef, type ReactNode } from 'react';
import { useDays } from '../../../lib/format/use-days';
import { dayOf } from '../../../lib/format/days';
import { useNow } from '../../../lib/format/use-now';
import { FoundPassages, FoundSubject } from '../../../lib/appeals/found-passages';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import type { BulkSelection } from '../bulk/bulk-selection';
import { messages as bulkMessages } from '../bulk/messages';
import { messages } from './messages';
import { isOpen, type QueueRow } from './use-queue';
import classes from './queue-list.module.css';

const optionId = (id: string) => `queue-${id}`;

/** How near the last day of registration is, in the region's own time zone. */
export function useRegistrationMark(): (row: QueueRow) => 'late' | 'today' | null {
  const now = useNow();
  return (row) => {
    if (!isOpen(row)) return null;
    const today = dayOf(now, row.region.timeZone);
    return row.registerBy < today ? 'late' : row.registerBy === today ? 'today' : null;
  };
}

function Row({
  row,
  selected,
  manyRegions,
  select,
  decidedBy,
  bulk,
}: {
  row: QueueRow;
  selected: boolean;
  manyRegions: boolean;
  select: (id: string) => void;
  decidedBy: string | undefined;
  bulk: BulkSelection | null;
}) {
  const t = useText(messages);
  const tBulk = useText(bulkMessages);
  const common = useCommonText();
  const { age } = useDays();
  const mark = useRegistrationMark()(row);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div
      ref={element}
      id={optionId(row.id)}
      role="option"
      aria-selected={selected}
      className={classes.row}
      data-closed={!isOpen(row) || undefined}
      data-chosen={bulk?.has(row.id) || undefined}
      onClick={() => select(row.id)}
    >
      <div className={classes.first}>
        {bulk && isOpen(row) && (
          <span
            className={classes.check}
            data-testid="choose"
            title={tBulk('selectRow', { what: row.number })}
            // Shift would mark words.
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation();
              bulk.toggle(row.id, event.shiftKey);
            }}
          >
            {bulk.has(row.id) && (
              <>
                <Icon name="check" size={13} strokeWidth={3} />
                <span className="visually-hidden">{tBulk('selected')}</span>
              </>
            )}
          </span>
        )}
        <span className={classes.subject}>
          <FoundSubject subject={row.subject} fragments={row.fragments} />
        </span>
        <time dateTime={row.submittedAt} className={classes.age}>
          {age(row.submittedAt)}
        </time>
      </div>
      <div className={classes.second}>
        <span className={classes.who}>
          {row.applicantName}
          {manyRegions && `, ${row.region.name}`}
        </span>
        {row.urgent && isOpen(row) && (
          <span className={classes.urgent}>{t('row.urgent')}</span>
        )}
        {row.campaign && row.campaign.waiting > 1 && isOpen(row) && (
          <span className={classes.campaign} title={t('row.campaign', { n: row.campaign.waiting })}>
            <span aria-hidden="true">×{row.campaign.waiting}</span>
            <span className="visually-hidden">{t('row.campaign', { n: row.campaign.waiting })}</span>
          </span>
        )}
        {row.collective && (
          <span className={classes.flag}>
            <Icon name="people" size={15} />
            <span className="visually-hidden">{t('row.collective')}</span>
          </span>
        )}
        {mark && (
          <span className={classes.flag} data-mark={mark}>
            <Icon name={mark === 'late' ? 'warning' : 'clock'} size={15} />
            <span className="visually-hidden">{t(`row.${mark}`)}</span>
          </span>
        )}
      </div>
      <div className={classes.topic}>
        {isOpen(row)
          ? (row.topic?.name ?? (row.suggestion?.topics[0] ? t('row.guess', { topic: row.suggestion.topics[0].topic.name }) : t('row.noTopic')))
          : t('row.decided', { status: common(`status.${row.status}`), who: decidedBy ?? '–' })}
      </div>
      <FoundPassages fragments={row.fragments} most={1} />
    </div>
  );
}

/** The list of the desk: one stop of the Tab key, moved in by arrows; the letter follows. */
export function QueueList({
  fresh,
  rest,
  selected,
  select,
  manyRegions,
  hasMore,
  loadMore,
  decidedBy,
  bulk,
  children,
}: {
  fresh: readonly QueueRow[];
  rest: readonly QueueRow[];
  selected: string | null;
  select: (id: string) => void;
  manyRegions: boolean;
  hasMore: boolean;
  loadMore: () => void;
  /** Who decided a letter that another moderator took. */
  decidedBy: (id: string) => string | undefined;
  /** What is chosen for a bulk move; null for whoever moves nothing. */
  bulk: BulkSelection | null;
  /** What stands under the rows: the empty state, an error. */
  children?: ReactNode;
}) {
  const t = useText(messages);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = end.current;
    if (!target) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), { rootMargin: '600px' });
    observer.observe(target);
    return () => observer.disconnect();
  }, [loadMore, hasMore]);
  const rows = (part: readonly QueueRow[]) =>
    part.map((row) => (
      <Row key={row.id} row={row} selected={row.id === selected} manyRegions={manyRegions} select={select} decidedBy={decidedBy(row.id)} bulk={bulk} />
    ));
  return (
    <>
      {fresh.length + rest.length > 0 && (
        <div
          id="queue-list"
          role="listbox"
          tabIndex={0}
          className={classes.list}
          aria-label={t('list')}
          aria-activedescendant={selected && [...fresh, ...rest].some(({ id }) => id === selected) ? optionId(selected) : undefined}
        >
          {fresh.length > 0 ? (
            <>
              <div role="group" aria-labelledby="queue-fresh">
                <div id="queue-fresh" role="presentation" className={classes.group}>
                  {t('group.arrivals')}
                </div>
                {rows(fresh)}
              </div>
              <div role="group" aria-labelledby="queue-rest">
                <div id="queue-rest" role="presentation" className={classes.group}>
                  {t('group.rest')}
                </div>
                {rows(rest)}
              </div>
            </>
          ) : (
            rows(rest)
          )}
        </div>
      )}
      {children}
      {hasMore && (
        <div ref={end} className={classes.more}>
          {t('loadMore')}
        </div>
      )}
    </>
  );
}
