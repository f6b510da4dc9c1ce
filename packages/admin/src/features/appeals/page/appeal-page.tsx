import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { AcceptForwardedDocument, AppealPageChangedDocument, AppealPageDocument, BeginAppealDocument } from '../../../gql/appeals';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import { QueryView } from '../../../lib/apollo/query-view';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import type { Shortcut } from '../../../lib/keys/registry';
import { useKeys } from '../../../lib/keys/use-keys';
import { useViewer } from '../../../lib/session/viewer';
import { Page } from '../../../ui/page';
import { AnswerComposer } from '../answer/composer';
import { Notes } from '../notes/notes';
import { Attachments } from '../parts/attachments';
import { FRESH_LINKS_MS } from '../parts/fresh-links';
import { MessageView } from '../parts/message';
import { isModeration, mayAsk, type AppealFull } from './appeal-full';
import { AppealHead } from './appeal-head';
import { PresenceBar, usePresence } from '../parts/presence';
import { useUndo, type Moved } from '../parts/use-undo';
import { KeptDrafts } from './kept-drafts';
import { messages } from './messages';
import { ASKING_MOVES, MOVE_KEYS, MoveDialog, type AskingMove } from './move-dialog';
import { AppealSide } from './side';
import '../../../ui/print.css';
import classes from './appeal-page.module.css';

const route = getRouteApi('/shell/appeals/$id');

function Waiting() {
  const common = useCommonText();
  return (
    <div role="status" aria-label={common('state.loading')} className={classes.waiting}>
      <Skeleton height={16} width={140} />
      <Skeleton height={28} width="55%" />
      <Skeleton height={20} width="35%" />
      <Skeleton height={260} mt={12} />
    </div>
  );
}

function Thread({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const days = useDays();
  return (
    <section aria-label={t('thread')} className={classes.thread}>
      <article className={classes.letter}>
        <header className={classes.letterHead}>
          <h2>{appeal.applicantName}</h2>
          <time dateTime={appeal.submittedAt}>{days.moment(appeal.submittedAt, appeal.region.timeZone)}</time>
        </header>
        <div className={classes.text}>{appeal.text}</div>
        <Attachments files={appeal.attachments} />
      </article>
      {appeal.messages.map((message) => (
        <MessageView key={message.id} message={message} timeZone={appeal.region.timeZone} />
      ))}
    </section>
  );
}

function Loaded({ appeal, refetch }: { appeal: AppealFull; refetch: () => Promise<unknown> }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const text = useRef<HTMLTextAreaElement>(null);
  const [begin, { loading: beginning }] = useMutation(BeginAppealDocument);
  const [accept, { loading: accepting }] = useMutation(AcceptForwardedDocument);
  const [asked, setAsked] = useState<AskingMove | null>(null);
  const tell = useUndo();
  const answers = appeal.viewerCanAnswer || appeal.viewerCanDraft;
  const worksOnIt = viewer.role === 'DEPUTY' || viewer.role === 'AIDE';
  const others = usePresence(appeal.id, answers && worksOnIt ? 'ANSWERING' : 'READING');
  const offered = appeal.availableMoves.includes('ACCEPT_FORWARDED');

  const input = { id: appeal.id, version: appeal.version };
  const attempt = async (run: () => Promise<{ message: string } | undefined>, done: string) => {
    try {
      const refusal = await run();
      notifications.show({ message: refusal ? t('failed', { reason: refusal.message }) : done });
    } catch (error) {
      const conflict = errorCode(error) === 'CONFLICT';
      if (conflict) await refetch().catch(() => undefined);
      notifications.show({ color: 'red', message: conflict ? t('conflict') : t('failed', { reason: errorText(error) }) });
    }
  };
  const beginWork = () => attempt(async () => (await begin({ variables: { input } })).data?.beginAppeal.errors[0], t('begin.done'));
  const acceptForwarded = () =>
    attempt(async () => (await accept({ variables: { input } })).data?.acceptForwarded.errors[0], t('move.ACCEPT_FORWARDED.done'));
  const made = (move: AskingMove, after: Moved | null) => {
    tell(t(`move.${move}.done`), after);
    // Let go of, it lies beyond the viewer's walls: back to where the others are.
    if (!after) void navigate({ to: answers || offered ? '/inbox' : '/appeals' });
  };
  const toAnswer = () => {
    text.current?.focus({ preventScroll: true });
    text.current?.closest('section')?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  };
  const moderates = appeal.availableMoves.some(isModeration);
  const act = (keys: string, label: string, run: () => void): Shortcut => ({ keys, label, group: 'appeal', run });
  useKeys([
    answers && act('KeyA', t('answer'), toAnswer),
    appeal.availableMoves.includes('BEGIN') && !beginning && act('KeyB', t('begin'), () => void beginWork()),
    offered && !accepting && act('KeyB', t('move.ACCEPT_FORWARDED.key'), () => void acceptForwarded()),
    moderates && act('KeyM', t('moderate'), () => void navigate({ to: '/queue', search: { id: appeal.id } })),
    ...ASKING_MOVES.map((move) => mayAsk(appeal, move) && act(MOVE_KEYS[move], t(`move.${move}`), () => setAsked(move))),
    { keys: 'KeyI', label: t('print'), group: 'more', run: () => window.print() },
  ]);
  return (
    <>
      <AppealHead appeal={appeal} begin={() => void beginWork()} beginning={beginning} toAnswer={toAnswer} ask={setAsked} accept={() => void acceptForwarded()} accepting={accepting} refetch={refetch} />
      <MoveDialog appeal={appeal} move={asked} close={() => setAsked(null)} made={made} refetch={refetch} />
      <PresenceBar others={others} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Thread appeal={appeal} />
          <Notes appeal={appeal} timeZone={appeal.region.timeZone} />
          {answers && (
            <div data-print="off">
              <AnswerComposer key={appeal.id} appeal={appeal} textRef={text} reload={refetch} signed={tell} />
            </div>
          )}
          {!answers && worksOnIt && <KeptDrafts appeal={appeal} />}
        </div>
        <AppealSide appeal={appeal} />
      </div>
    </>
  );
}

/** One appeal, whole: what was written, what is known, what may be done; live. */
export function AppealPage() {
  const t = useText(messages);
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(AppealPageDocument, { variables: { id }, pollInterval: FRESH_LINKS_MS });
  useSubscription(AppealPageChangedDocument, { variables: { id }, ignoreResults: true });
  return (
    <Page wide>
      {!data?.appeal && (
        <h1 className="visually-hidden" tabIndex={-1}>
          {t('title')}
        </h1>
      )}
      <QueryView data={data?.appeal as AppealFull | null | undefined} error={error} refetch={refetch} skeleton={<Waiting />}>
        {(appeal) => <Loaded appeal={appeal} refetch={refetch} />}
      </QueryView>
    </Page>
  );
}
