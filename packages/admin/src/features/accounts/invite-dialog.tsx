import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { InviteAccountDocument } from '../../gql/accounts';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/failure';
import { messages } from './messages';
import { lacks, scopeInput, type Scope } from './scope';
import { ScopeFields } from './scope-fields';
import { useFormRefusals } from './use-form-refusals';
import classes from './accounts.module.css';

const NOBODY: Scope = { role: null, regions: [], deputy: null };

/** Whom to invite, as what and for where. Closed by a slip, it opens again with what was typed. */
export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const apollo = useApolloClient();
  const [invite, { loading }] = useMutation(InviteAccountDocument);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [scope, setScope] = useState(NOBODY);
  const [asked, setAsked] = useState(false);
  const refusals = useFormRefusals(['email', 'name', 'role', 'regionCodes', 'deputyId']);
  const form = useRef<HTMLFormElement>(null);
  const missing = lacks(scope);

  /** After the fields have taken their marks. */
  const focusFirst = () => setTimeout(() => form.current?.querySelector<HTMLInputElement>('input[aria-invalid=true]')?.focus());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    refusals.clear();
    const { role } = scope;
    if (email.trim() === '' || name.trim() === '' || missing || role === null) return focusFirst();
    const input = { email: email.trim(), name: name.trim(), ...scopeInput({ ...scope, role }) };
    const taken = await refusals.send(async () => (await invite({ variables: { input } })).data?.inviteAccount.errors);
    if (!taken) return focusFirst();
    notifications.show({ message: t('invite.sent', { email: input.email }) });
    setEmail('');
    setName('');
    setScope({ ...NOBODY, role });
    setAsked(false);
    close();
    await apollo.refetchQueries({ include: 'active' });
  };
  return (
    <Dialog opened={opened} close={close} title={t('invite.title')} closeLabel={common('action.close')}>
      <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {refusals.whole && <Failure>{refusals.whole}</Failure>}
        <TextInput
          label={t('field.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={refusals.at('email') ?? (asked && email.trim() === '' ? t('lacks.email') : undefined)}
        />
        <TextInput
          label={t('field.name')}
          description={t('field.name.hint')}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refusals.at('name') ?? (asked && name.trim() === '' ? t('lacks.name') : undefined)}
        />
        <ScopeFields value={scope} onChange={setScope} errors={scopeErrors(refusals.at, asked && missing ? { [missing]: t(`lacks.${missing}`) } : {})} />
        <p className={classes.dim}>{t('invite.note')}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            {common('action.cancel')}
          </Button>
          <Button type="submit" loading={loading}>
            {t('invite.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What stands beside the fields of a scope: the server's word, or what is missing. */
export function scopeErrors(
  at: (field: string) => string | undefined,
  missing: Partial<Record<'role' | 'regions' | 'deputy', string>>,
): Partial<Record<'role' | 'regionCodes' | 'deputyId', string>> {
  const role = at('role') ?? missing.role;
  const regionCodes = at('regionCodes') ?? missing.regions;
  const deputyId = at('deputyId') ?? missing.deputy;
  return { ...(role && { role }), ...(regionCodes && { regionCodes }), ...(deputyId && { deputyId }) };
}
