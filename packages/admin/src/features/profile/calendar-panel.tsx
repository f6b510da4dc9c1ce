import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { LinkCalendarDocument, MyCalendarFeedDocument, UnlinkCalendarDocument } from '../../gql/profile';
import { useErrorText } from '../../lib/apollo/errors';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { CopyField } from '../../ui/copy-field';
import { Panel } from '../../ui/page';
import { messages } from './messages';
import classes from './profile.module.css';

/** The secret address of one's own calendar of deadlines: shown once, when it is made. */
export function CalendarPanel() {
  const t = useText(messages);
  const days = useDays();
  const errorText = useErrorText();
  const { data, refetch } = useQuery(MyCalendarFeedDocument);
  const [link, { loading: linking }] = useMutation(LinkCalendarDocument);
  const [unlink, { loading: unlinking }] = useMutation(UnlinkCalendarDocument);
  const [url, setUrl] = useState<string | null>(null);
  const feed = data?.myCalendarFeed;
  const change = async (work: () => Promise<string | null>) => {
    try {
      setUrl(await work());
      await refetch();
    } catch (error) {
      notifications.show({ color: 'red', message: t('sessions.failed', { reason: errorText(error) }) });
    }
  };
  return (
    <Panel>
      <h2 className={classes.heading}>{t('calendar')}</h2>
      <p className={`${classes.text} ${classes.dim}`}>{t('calendar.hint')}</p>
      {url ? (
        <CopyField
          label={t('calendar.address')}
          value={url}
          copyLabel={t('factor.copy')}
          copiedLabel={t('factor.copied')}
          failedLabel={t('calendar.copyFailed')}
          primary
          note={t('calendar.once')}
        />
      ) : (
        feed && <p className={classes.text}>{t('calendar.since', { moment: days.moment(feed.createdAt) })}</p>
      )}
      <Group>
        <Button
          variant="default"
          loading={linking}
          onClick={() => void change(async () => (await link()).data?.linkCalendar.url ?? null)}
        >
          {t(feed ? 'calendar.another' : 'calendar.make')}
        </Button>
        {feed && (
          <Button
            variant="default"
            loading={unlinking}
            onClick={() =>
              void change(async () => {
                await unlink();
                return null;
              })
            }
          >
            {t('calendar.revoke')}
          </Button>
        )}
      </Group>
    </Panel>
  );
}
