import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { MarkUrgentDocument, type UrgentMarkFragment } from '../../../gql/appeals';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { Dialog } from '../../../ui/dialog';
import { DialogButtons } from '../../../ui/dialog-buttons';
import { Icon } from '../../../ui/icons';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './urgent-mark.module.css';

/** Sets or removes the urgent mark, with a reason for the record; `p` opens it. Nothing is shown to whoever may not. */
export function UrgentMark({ appeal, changed, refetch }: { appeal: UrgentMarkFragment; changed?: () => void; refetch: () => Promise<unknown> }) {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const [mark, { loading }] = useMutation(MarkUrgentDocument);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = appeal.urgent ? 'remove' : 'set';
  const open = () => setOpened(true);
  useKeys([appeal.viewerCanMarkUrgent && { keys: 'KeyP', label: t(`urgent.${change}`), group: 'more', run: open }]);
  if (!appeal.viewerCanMarkUrgent) return null;

  const send = async () => {
    setTrouble(null);
    try {
      const { data } = await mark({ variables: { input: { id: appeal.id, version: appeal.version, urgent: !appeal.urgent, reason: reason.trim() } } });
      const refusal = data?.markUrgent.errors[0];
      if (refusal) return setTrouble(refusal.message);
      setOpened(false);
      setReason('');
      notifications.show({ message: t(`urgent.${change}.done`) });
      changed?.();
    } catch (error) {
      const conflict = errorCode(error) === 'CONFLICT';
      if (conflict) await refetch().catch(() => undefined);
      setTrouble(conflict ? common('state.conflict') : errorText(error));
    }
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<Icon name="warning" size={13} />}
        rightSection={<KeyHint>P</KeyHint>}
        aria-keyshortcuts="P"
        data-print="off"
        onClick={open}
      >
        {t(`urgent.${change}`)}
      </Button>
      <Dialog opened={opened} close={() => setOpened(false)} title={t(`urgent.${change}`)} closeLabel={common('action.close')}>
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p className={classes.about}>{t(`urgent.${change}.about`)}</p>
          <TextInput
            data-autofocus
            label={t('urgent.reason')}
            value={reason}
            error={trouble}
            maxLength={2000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogButtons close={() => setOpened(false)} cancelLabel={common('action.cancel')} busy={loading}>
            {t(`urgent.${change}.do`)}
          </DialogButtons>
        </form>
      </Dialog>
    </>
  );
}
