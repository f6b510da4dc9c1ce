import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { ChangeAccountScopeDocument, type AccountRowFragment } from '../../gql/accounts';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/failure';
import { scopeErrors } from './invite-dialog';
import { messages } from './messages';
import { lacks, scopeInput, type Scope } from './scope';
import { ScopeFields } from './scope-fields';
import { useFormRefusals } from './use-form-refusals';
import classes from './accounts.module.css';

/** Another role, other regions, another deputy. */
export function ChangeDialog({ account, opened, close }: { account: AccountRowFragment; opened: boolean; close: () => void }) {
  const common = useCommonText();
  const t = useText(messages);
  return (
    <Dialog opened={opened} close={close} title={t('change.title', { name: account.name })} closeLabel={common('action.close')}>
      <ChangeForm account={account} close={close} />
    </Dialog>
  );
}

function ChangeForm({ account, close }: { account: AccountRowFragment; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const [change, { loading }] = useMutation(ChangeAccountScopeDocument);
  const [scope, setScope] = useState<Scope>({ role: account.role, regions: account.regions.map(({ code }) => code), deputy: account.deputy });
  const [asked, setAsked] = useState(false);
  const refusals = useFormRefusals(['role', 'regionCodes', 'deputyId']);
  const missing = lacks(scope);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { role } = scope;
    if (missing || role === null) return;
    const input = { id: account.id, ...scopeInput({ ...scope, role }) };
    const taken = await refusals.send(async () => (await change({ variables: { input } })).data?.changeAccountScope.errors);
    if (!taken) return;
    notifications.show({ message: t('change.done', { name: account.name }) });
    close();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {refusals.whole && <Failure>{refusals.whole}</Failure>}
      <ScopeFields value={scope} onChange={setScope} errors={scopeErrors(refusals.at, asked && missing ? { [missing]: t(`lacks.${missing}`) } : {})} />
      <p className={classes.dim}>{t('change.note')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          {common('action.cancel')}
        </Button>
        <Button type="submit" loading={loading}>
          {common('action.save')}
        </Button>
      </div>
    </form>
  );
}
