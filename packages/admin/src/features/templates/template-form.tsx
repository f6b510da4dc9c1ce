import { useMutation, useQuery } from '@apollo/client/react';
import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { ChangeTemplateDocument, CreateTemplateDocument, TemplateOwnersDocument, type TemplateFactsFragment } from '../../gql/templates';
import type { TemplatePurpose } from '../../gql/schema';
import { useChange } from '../../lib/apollo/use-change';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Failure } from '../../ui/failure';
import { useFirstFault } from '../../ui/use-first-fault';
import { messages } from './messages';
import { FIELDS, ownersOf } from './owners';
import classes from './templates.module.css';

function Form({ template, close }: { template: TemplateFactsFragment | null; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const own = viewer.role === 'DEPUTY' || viewer.role === 'AIDE';
  const asksOwner = !own && template === null;
  const { data } = useQuery(TemplateOwnersDocument, { skip: !asksOwner, fetchPolicy: 'cache-first' });
  const owners = ownersOf(data?.bodies ?? [], viewer.allRegions ? null : viewer.regions.map(({ code }) => code));
  const [create] = useMutation(CreateTemplateDocument, { refetchQueries: ['Templates'] });
  const [change] = useMutation(ChangeTemplateDocument, { refetchQueries: ['Templates'] });
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<TemplatePurpose>(template?.purpose ?? 'ANSWER');
  const [title, setTitle] = useState(template?.title ?? '');
  const [text, setText] = useState(template?.text ?? '');
  useFirstFault(form, errors);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = owners.find(({ value }) => value === owner);
    const done = await run(async () =>
      template
        ? (await change({ variables: { input: { id: template.id, version: template.version, title, text } } })).data?.changeTemplate
        : (
            await create({
              variables: {
                input: {
                  scope: own ? 'PERSON' : (chosen?.scope ?? 'BODY'),
                  bodyId: chosen?.scope === 'BODY' ? chosen.id : null,
                  factionId: chosen?.scope === 'FACTION' ? chosen.id : null,
                  purpose,
                  title,
                  text,
                },
              },
            })
          ).data?.createTemplate,
    );
    if (!done) return;
    notifications.show({ message: t('saved') });
    close();
  };
  const general = beside('title', 'text', 'bodyId', 'factionId');
  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      {asksOwner && (
        <>
          <Select
            label={t('form.owner')}
            searchable
            value={owner}
            error={at('bodyId') ?? at('factionId')}
            data={owners.map(({ value, scope, name, body }) => ({
              value,
              label: t(scope === 'BODY' ? 'form.body' : 'form.faction', { name, body }),
            }))}
            onChange={setOwner}
          />
          <SegmentedControl
            aria-label={t('form.purpose')}
            value={purpose}
            data={(['ANSWER', 'REJECTION'] as const).map((value) => ({ value, label: t(`purpose.${value}`) }))}
            onChange={(value) => setPurpose(value)}
          />
        </>
      )}
      <TextInput
        label={t('form.name')}
        data-autofocus
        maxLength={100}
        value={title}
        error={at('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('form.text')}
        description={t('form.fields', { fields: FIELDS.map((field) => `{${field}}`).join(', ') })}
        autosize
        minRows={7}
        maxRows={18}
        value={text}
        error={at('text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {general && <Failure>{general}</Failure>}
      <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
        {template ? common('action.save') : t('form.create')}
      </DialogButtons>
    </form>
  );
}

/** A new template, or new words for one that is there. */
export function TemplateForm({ opened, template, close }: { opened: boolean; template: TemplateFactsFragment | null; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={opened} close={close} size="lg" title={t(template ? 'form.edit' : 'new')} closeLabel={common('action.close')}>
      <Form template={template} close={close} />
    </Dialog>
  );
}
