import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { MyNotificationsDocument, SetNotificationBotDocument, SetNotificationsDocument, type OwnNotificationsFragment } from '../../gql/profile';
import type { NoticeMode, StaffEvent } from '../../gql/schema';
import { useErrorText } from '../../lib/apollo/errors';
import { QueryView } from '../../lib/apollo/query-view';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { CopyField } from '../../ui/copy-field';
import { Failure } from '../../ui/failure';
import { Panel } from '../../ui/page';
import { ListSkeleton } from '../../ui/states';
import { messages } from './messages';
import classes from './profile.module.css';

const MODES = ['INSTANT', 'DIGEST', 'OFF'] as const satisfies readonly NoticeMode[];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));
const USUAL_QUIET = { from: '22', until: '8' };

/** What is told, how, and when not; saved as a whole. */
function Choices({ settings }: { settings: OwnNotificationsFragment }) {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const [save, { loading }] = useMutation(SetNotificationsDocument);
  const [modes, setModes] = useState<Partial<Record<StaffEvent, NoticeMode>>>(() => Object.fromEntries(settings.modes.map(({ event, mode }) => [event, mode])));
  const [quiet, setQuiet] = useState(settings.quietFrom === null ? null : { from: String(settings.quietFrom), until: String(settings.quietUntil) });
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async () => {
    setFailure(null);
    try {
      const chosen = settings.modes.map(({ event, mode }) => ({ event, mode: modes[event] ?? mode }));
      const hours = { quietFrom: quiet ? Number(quiet.from) : null, quietUntil: quiet ? Number(quiet.until) : null };
      const { data } = await save({ variables: { input: { modes: chosen, ...hours } }, refetchQueries: [MyNotificationsDocument] });
      const refusal = data?.setNotifications.errors[0];
      if (refusal) setFailure(refusal.message);
      else notifications.show({ message: t('news.saved') });
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  return (
    <>
      {settings.mailFailedAt && <Failure>{t('news.mailFails')}</Failure>}
      {settings.modes.map(({ event }) => (
        <Select
          key={event}
          label={t(`news.${event}`)}
          allowDeselect={false}
          value={modes[event] ?? null}
          data={MODES.map((value) => ({ value, label: t(`news.mode.${value}`) }))}
          onChange={(value) => setModes({ ...modes, [event]: value as NoticeMode })}
        />
      ))}
      <Checkbox label={t('news.quiet')} checked={quiet !== null} onChange={(event) => setQuiet(event.currentTarget.checked ? USUAL_QUIET : null)} />
      {quiet && (
        <Group>
          <Select label={t('news.quiet.from')} allowDeselect={false} value={quiet.from} data={HOURS} onChange={(from) => setQuiet({ ...quiet, from: from ?? quiet.from })} />
          <Select label={t('news.quiet.until')} allowDeselect={false} value={quiet.until} data={HOURS} onChange={(until) => setQuiet({ ...quiet, until: until ?? quiet.until })} />
        </Group>
      )}
      {failure && <Failure>{failure}</Failure>}
      <Group>
        <Button loading={loading} onClick={() => void submit()}>
          {common('action.save')}
        </Button>
      </Group>
    </>
  );
}

/** The webhook of a messenger bot; its secret is shown once. */
function Bot({ url }: { url: string | null }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const [set, { loading }] = useMutation(SetNotificationBotDocument);
  const [typed, setTyped] = useState(url ?? '');
  const [secret, setSecret] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (address: string | null) => {
    setFailure(null);
    setSecret(null);
    try {
      const { data } = await set({ variables: { url: address }, refetchQueries: [MyNotificationsDocument] });
      const refusal = data?.setNotificationBot.errors[0];
      if (refusal) return setFailure(refusal.message);
      setSecret(data?.setNotificationBot.secret ?? null);
      if (address === null) setTyped('');
      notifications.show({ message: t('news.saved') });
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  return (
    <>
      <TextInput label={t('news.bot')} description={t('news.bot.hint')} type="url" value={typed} error={failure} onChange={(event) => setTyped(event.currentTarget.value)} />
      {secret && (
        <CopyField
          label={t('news.bot.secret')}
          value={secret}
          copyLabel={t('factor.copy')}
          copiedLabel={t('factor.copied')}
          failedLabel={t('calendar.copyFailed')}
          note={t('news.bot.once')}
        />
      )}
      <Group>
        <Button variant="default" loading={loading} disabled={typed.trim() === ''} onClick={() => void submit(typed)}>
          {t('news.bot.set')}
        </Button>
        {url && (
          <Button variant="default" loading={loading} onClick={() => void submit(null)}>
            {t('news.bot.remove')}
          </Button>
        )}
      </Group>
    </>
  );
}

/** What one is told of outside the console: by mail, and by a messenger bot. */
export function NotificationsPanel() {
  const t = useText(messages);
  const common = useCommonText();
  const { data, error, refetch } = useQuery(MyNotificationsDocument);
  return (
    <Panel>
      <h2 className={classes.heading}>{t('news')}</h2>
      <p className={`${classes.text} ${classes.dim}`}>{t('news.hint')}</p>
      <QueryView data={data} error={error} refetch={refetch} skeleton={<ListSkeleton rows={3} label={common('state.loading')} />}>
        {({ myNotifications }) =>
          myNotifications.modes.length === 0 ? (
            <p className={classes.text}>{t('news.none')}</p>
          ) : (
            <div className={classes.form}>
              <Choices settings={myNotifications} />
              <Bot url={myNotifications.botUrl} />
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
}
