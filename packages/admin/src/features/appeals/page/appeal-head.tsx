import { Button, Collapse, Menu, Title, UnstyledButton } from '@mantine/core';
import { Link, useCanGoBack } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { StatusBadge } from '../../../lib/appeals/deadline-badge';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { capOf } from '../../../lib/keys/names';
import { useViewer } from '../../../lib/session/viewer';
import { Badge } from '../../../ui/badge';
import { useDocumentTitle } from '../../../ui/document-title';
import { Icon } from '../../../ui/icons';
import { KeyHint } from '../../../ui/key-hint';
import { messages as partMessages } from '../parts/messages';
import { UrgentMark } from '../parts/urgent-mark';
import { isModeration, mayAsk, type AppealFull } from './appeal-full';
import { messages } from './messages';
import { ASKING_MOVES, MOVE_KEYS, type AskingMove } from './move-dialog';
import classes from './appeal-head.module.css';

/** «осталось 12 дней, до 19 апреля», and behind «почему?» the chain of the calculation, in the server's words. */
function DeadlineLine({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const days = useDays();
  const [open, setOpen] = useState(false);
  const steps = useId();
  const { deadline, daysLeft, dueOn, deadlineState } = appeal;
  const words = (() => {
    if (daysLeft !== null && dueOn) return days.leftUntil(daysLeft, dueOn);
    if (appeal.status === 'CLARIFICATION' && appeal.clarifyBy) return t('clarifyBy', { day: days.day(appeal.clarifyBy) });
    if (appeal.status === 'SUBMITTED') return t('registerBy', { day: days.day(appeal.registerBy) });
    if (appeal.answeredAt) return t('answered', { day: days.moment(appeal.answeredAt, appeal.region.timeZone) });
    return dueOn ? t('dueOn', { day: days.day(dueOn) }) : '';
  })();
  return (
    <>
      <span className={classes.deadline} data-state={deadlineState ?? undefined}>
        {deadlineState && deadlineState !== 'IN_TIME' && <Icon name="warning" size={16} />}
        <span>{words}</span>
        {deadline && (
          <UnstyledButton className={classes.why} aria-expanded={open} aria-controls={steps} onClick={() => setOpen(!open)}>
            {t('why')}
          </UnstyledButton>
        )}
      </span>
      {deadline && (
        <Collapse expanded={open} id={steps} className={classes.steps}>
          <section aria-label={t('why.title')} className={classes.chain}>
            <h2>{t('why.title')}</h2>
            <ol>
              {deadline.steps.map((step, at) => (
                <li key={`${step.code}-${at}`}>
                  <time dateTime={step.day}>{days.short(step.day)}</time>
                  <span>{step.text}</span>
                </li>
              ))}
            </ol>
            <p>
              <strong>{t('why.result', { day: days.day(deadline.dueOn) })}</strong>
            </p>
          </section>
        </Collapse>
      )}
    </>
  );
}

/** Why there is nothing to read here. */
function AnonymisedLine({ at }: { at: string }) {
  const t = useText(messages);
  const days = useDays();
  return <p className={classes.anonymised}>{t('anonymised', { day: days.moment(at) })}</p>;
}

/** Number, status in words, the deadline, and what this viewer may do now. */
export function AppealHead({
  appeal,
  begin,
  beginning,
  toAnswer,
  ask,
  accept,
  accepting,
  refetch,
}: {
  appeal: AppealFull;
  begin: () => void;
  beginning: boolean;
  toAnswer: () => void;
  /** Opens the dialog of a move. */
  ask: (move: AskingMove) => void;
  accept: () => void;
  accepting: boolean;
  refetch: () => Promise<unknown>;
}) {
  const t = useText(messages);
  const parts = useText(partMessages);
  const common = useCommonText();
  const viewer = useViewer();
  const answers = viewer.role === 'DEPUTY' || viewer.role === 'AIDE';
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useCanGoBack();
  // The heading that stood here while the letter loaded is gone, and the focus of the arrival with it.
  useEffect(() => {
    if (arrived && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  useDocumentTitle(`${appeal.number}, ${appeal.subject}`);
  const moves = appeal.availableMoves;
  const moderates = moves.some(isModeration);
  const asking = ASKING_MOVES.filter((move) => move !== 'RETURN_FORWARDED' && mayAsk(appeal, move));
  return (
    <header className={classes.head}>
      <Link to={answers ? '/inbox' : '/appeals'} className={classes.back}>
        <Icon name="back" size={15} />
        {t(answers ? 'back.inbox' : 'back.list')}
      </Link>
      <div className={classes.title}>
        <div className={classes.words}>
          <span className={classes.number}>{appeal.number}</span>
          <Title ref={heading} order={1} tabIndex={-1}>
            {appeal.subject}
          </Title>
        </div>
        <div className={classes.actions} role="group" aria-label={t('actions')}>
          {moderates && (
            <Button
              rightSection={<KeyHint>M</KeyHint>}
              aria-keyshortcuts="M"
              renderRoot={(props: object) => <Link to="/queue" search={{ id: appeal.id }} {...props} />}
            >
              {t('moderate')}
            </Button>
          )}
          {moves.includes('BEGIN') && (
            <Button
              variant={appeal.viewerCanAnswer ? 'default' : 'filled'}
              loading={beginning}
              rightSection={<KeyHint>B</KeyHint>}
              aria-keyshortcuts="B"
              onClick={begin}
            >
              {t('begin')}
            </Button>
          )}
          {(appeal.viewerCanAnswer || appeal.viewerCanDraft) && (
            <Button rightSection={<KeyHint>A</KeyHint>} aria-keyshortcuts="A" onClick={toAnswer}>
              {t('answer')}
            </Button>
          )}
          {moves.includes('RETURN_FORWARDED') && (
            <Button variant="default" rightSection={<KeyHint>V</KeyHint>} aria-keyshortcuts="V" onClick={() => ask('RETURN_FORWARDED')}>
              {t('move.RETURN_FORWARDED')}
            </Button>
          )}
          {moves.includes('ACCEPT_FORWARDED') && (
            <Button loading={accepting} rightSection={<KeyHint>B</KeyHint>} aria-keyshortcuts="B" onClick={accept}>
              {t('move.ACCEPT_FORWARDED')}
            </Button>
          )}
          {asking.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" rightSection={<Icon name="more" size={16} />}>
                  {t('moves')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {asking.map((move) => (
                  <Menu.Item
                    key={move}
                    rightSection={<KeyHint>{capOf(MOVE_KEYS[move])}</KeyHint>}
                    aria-keyshortcuts={capOf(MOVE_KEYS[move])}
                    onClick={() => ask(move)}
                  >
                    {t(`move.${move}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Button variant="default" rightSection={<KeyHint>I</KeyHint>} aria-keyshortcuts="I" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <div className={classes.state}>
        <StatusBadge status={appeal.status} />
        {appeal.urgent && (
          <Badge tone="danger" icon="warning">
            {parts('urgent')}
          </Badge>
        )}
        <Badge tone="quiet">{common(`kind.${appeal.kind}`)}</Badge>
        {appeal.collective && (
          <Badge tone="quiet" icon="people">
            {t('collective')}
          </Badge>
        )}
        <DeadlineLine appeal={appeal} />
        <UrgentMark appeal={appeal} refetch={refetch} />
      </div>
      {appeal.anonymisedAt && <AnonymisedLine at={appeal.anonymisedAt} />}
    </header>
  );
}
