import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { EndOtherSessionsDocument, EndSessionDocument, MySessionsDocument, type MySessionsQuery } from '../../gql/profile';
import { useErrorText } from '../../lib/apollo/errors';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { Confirm } from '../../ui/confirm';
import { Panel } from '../../ui/page';
import { ListSkeleton } from '../../ui/states';
import { messages } from './messages';
import classes from './profile.module.css';

type Session = MySessionsQuery['mySessions'][number];

function SessionRow({ session, ended }: { session: Session; ended: () => Promise<unknown> }) {
  const t = useText(messages);
  const days = useDays();
  const errorText = useErrorText();
  const [end, { loading }] = useMutation(EndSessionDocument);
  const { id, device, address, createdAt, lastSeenAt, current } = session;
  const finish = async () => {
    try {
      await end({ variables: { id } });
      notifications.show({ message: t('sessions.ended', { device }) });
    } catch (error) {
      notifications.show({ color: 'red', message: t('sessions.failed', { reason: errorText(error) }) });
    }
    await ended();
  };
  const since = t('sessions.since', { moment: days.moment(createdAt) });
  return (
    <li>
      <div>
        <span className={classes.device}>
          {device} {current && <Badge tone="good">{t('sessions.current')}</Badge>}
        </span>
        <span className={classes.dim}>
          {[since, !current && t('sessions.seen', { moment: days.moment(lastSeenAt) }), address && t('sessions.address', { address })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {!current && (
        <Button
          size="compact-sm"
          variant="default"
          loading={loading}
          aria-label={t('sessions.endOf', { device, moment: days.moment(createdAt) })}
          onClick={() => void finish()}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}

/** Where one is signed in, and the way to end it there. */
export function SessionsPanel() {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(MySessionsDocument, { fetchPolicy: 'cache-and-network' });
  const [endOthers, { loading }] = useMutation(EndOtherSessionsDocument);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setFailure(null);
    try {
      const { data: answer } = await endOthers();
      notifications.show({ message: t('sessions.othersDone', { n: answer?.endOtherSessions.ended ?? 0 }) });
      setAsking(false);
      await refetch();
    } catch (trouble) {
      setFailure(errorText(trouble));
    }
  };
  return (
    <Panel>
      <h2 className={classes.heading}>{t('sessions')}</h2>
      <p className={`${classes.text} ${classes.dim}`}>{t('sessions.hint')}</p>
      <QueryView data={data} error={error} refetch={refetch} skeleton={<ListSkeleton rows={2} label={common('state.loading')} />}>
        {({ mySessions }) => (
          <>
            <ul className={classes.sessions} aria-label={t('sessions')}>
              {mySessions.map((session) => (
                <SessionRow key={session.id} session={session} ended={refetch} />
              ))}
            </ul>
            {mySessions.length > 1 && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('sessions.endOthers')}
              </Button>
            )}
          </>
        )}
      </QueryView>
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        title={t('sessions.othersTitle')}
        action={t('sessions.endOthers')}
        cancelLabel={common('action.cancel')}
        closeLabel={common('action.close')}
        busy={loading}
        failure={failure}
        onConfirm={() => void confirm()}
      >
        <p>{t('sessions.othersText')}</p>
      </Confirm>
    </Panel>
  );
}
