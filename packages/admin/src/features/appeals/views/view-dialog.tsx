import { Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useChange } from '../../../lib/apollo/use-change';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { DialogButtons } from '../../../ui/dialog-buttons';
import { Failure } from '../../../ui/failure';
import { useFirstFault } from '../../../ui/use-first-fault';
import { messages } from './messages';
import classes from './saved-views.module.css';

type Saved = Parameters<ReturnType<typeof useChange>['run']>[0];

/** Asks for the name of a view, and, of those who may share one, for whom it is. */
export function ViewDialog({
  title,
  name: before,
  regions,
  save,
  close,
}: {
  title: string;
  name: string;
  /** Regions that it can be shared with; empty where it cannot. */
  regions: readonly { value: string; label: string }[];
  save: (name: string, regionCode: string | null) => ReturnType<Saved>;
  close: () => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const [name, setName] = useState(before);
  const [region, setRegion] = useState<string>('');
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  useFirstFault(form, errors);
  return (
    <Dialog opened close={close} title={title} closeLabel={common('action.close')} size="sm">
      <form
        ref={form}
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => save(name, region || null));
        }}
      >
        {beside('name') && <Failure>{beside('name')}</Failure>}
        <TextInput label={t('name')} value={name} maxLength={60} error={at('name')} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
        {regions.length > 0 && (
          <Select
            label={t('for')}
            allowDeselect={false}
            searchable={regions.length > 8}
            data={[{ value: '', label: t('for.me') }, ...regions]}
            value={region}
            onChange={(value) => setRegion(value ?? '')}
          />
        )}
        <p className={classes.hint}>{t('hint')}</p>
        <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
          {common('action.save')}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
