import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { AccountPageDocument, DeactivateAccountDocument, type AccountRowFragment } from '../../gql/accounts';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/failure';
import { DeputyField } from './deputy-field';
import { messages } from './messages';
import type { ChosenDeputy } from './scope';
import { useFormRefusals } from './use-form-refusals';
import classes from './accounts.module.css';

/** Asks before an account ends; where open appeals would be left with nobody, also who takes them. */
export function DeactivateDialog({ account, opened, close }: { account: AccountRowFragment; opened: boolean; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={opened} close={close} title={t('deactivate.title')} closeLabel={common('action.close')}>
      <DeactivateForm account={account} close={close} />
    </Dialog>
  );
}

function DeactivateForm({ account, close }: { account: AccountRowFragment; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const apollo = useApolloClient();
  const [deactivate, { loading }] = useMutation(DeactivateAccountDocument);
  const [to, setTo] = useState<ChosenDeputy | null>(null);
  const [leave, setLeave] = useState(false);
  const [asked, setAsked] = useState(false);
  const refusals = useFormRefusals(['handOverToDeputyId']);
  const field = useRef<HTMLInputElement>(null);
  const { deputy, name } = account;
  const open = deputy ? account.openAppeals : 0;
  const handsOver = open > 0 && !leave;
  const mayLeave = useViewer().role === 'ADMINISTRATOR';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (handsOver && !to) return field.current?.focus();
    const input = { id: account.id, ...(handsOver && to && { handOverToDeputyId: to.id }), ...(open > 0 && leave && { leaveOpenAppeals: true }) };
    const taken = await refusals.send(async () => {
      const errors = (await deactivate({ variables: { input } })).data?.deactivateAccount.errors;
      // Appeals came meanwhile: the form must ask who takes them.
      if (errors?.some(({ code }) => code === 'HAND_OVER_NEEDED')) {
        await apollo.query({ query: AccountPageDocument, variables: { id: account.id }, fetchPolicy: 'network-only' });
      }
      return errors;
    });
    if (!taken) return;
    notifications.show({ message: handsOver ? t('deactivate.doneOpen', { n: open, name }) : t('deactivate.done', { name }) });
    close();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {refusals.whole && <Failure>{refusals.whole}</Failure>}
      <p>{t('deactivate.text', { name })}</p>
      {open > 0 && deputy && (
        <>
          <p>{t('deactivate.open', { n: open })}</p>
          {!leave && (
            <DeputyField
            ref={field}
            label={t('deactivate.to')}
            regions={[deputy.region.code]}
            without={deputy.id}
            value={to}
            onChange={setTo}
            error={refusals.at('handOverToDeputyId') ?? (asked && !to ? t('deactivate.lacks') : undefined)}
            />
          )}
          {mayLeave && (
            <Checkbox
              label={t('deactivate.leave')}
              description={leave ? t('deactivate.leaveHint') : undefined}
              checked={leave}
              onChange={(event) => setLeave(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          {common('action.cancel')}
        </Button>
        <Button type="submit" color="red.9" loading={loading}>
          {t(handsOver ? 'deactivate.submitOpen' : 'deactivate.submit')}
        </Button>
      </div>
    </form>
  );
}
