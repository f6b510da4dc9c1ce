import { useQuery } from '@apollo/client/react';
import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { AppealTemplatesDocument, type AppealTemplatesQuery } from '../../../gql/appeals';
import type { TemplatePurpose } from '../../../gql/schema';
import { QueryView } from '../../../lib/apollo/query-view';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { Dialog } from '../../../ui/dialog';
import { Icon } from '../../../ui/icons';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './composing.module.css';

type Offered = NonNullable<AppealTemplatesQuery['appeal']>['templatesFor'][number];

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Opens by its button, by T, and by Ctrl-/ from inside the text; found by words, chosen by arrows and Enter. */
export function TemplatePicker({
  appealId,
  purpose,
  insert,
}: {
  appealId: string;
  purpose: TemplatePurpose;
  /** Is given the text with its fields filled in. */
  insert: (text: string) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useKeys({ 'mod+/': opened ? undefined : open, ...(purpose === 'ANSWER' && { KeyT: open }) });
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="copy" size={14} />}
        rightSection={<KeyHint>Ctrl /</KeyHint>}
        aria-keyshortcuts="Control+/"
        onClick={open}
      >
        {t('template')}
      </Button>
      <Dialog opened={opened} close={() => setOpened(false)} title={t('template.title')} closeLabel={common('action.close')}>
        <Choice
          appealId={appealId}
          purpose={purpose}
          choose={({ text }) => {
            setOpened(false);
            // After the dialog has given the focus back.
            setTimeout(() => insert(text), 0);
          }}
        />
      </Dialog>
    </>
  );
}

function Choice({ appealId, purpose, choose }: { appealId: string; purpose: TemplatePurpose; choose: (template: Offered) => void }) {
  const t = useText(messages);
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { data, error, refetch } = useQuery(AppealTemplatesDocument, { variables: { id: appealId, purpose }, fetchPolicy: 'cache-and-network' });
  const all = data?.appeal?.templatesFor ?? [];
  const found = all.filter(({ title, text }) => plain(`${title} ${text}`).includes(plain(words.trim())));
  const active = Math.min(at, found.length - 1);
  const keys = (event: KeyboardEvent) => {
    const chosen = found[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found[active] ? `${list}-${found[active].id}` : undefined}
        aria-label={t('template.search')}
        placeholder={t('template.search')}
        leftSection={<Icon name="search" size={15} />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <QueryView data={data?.appeal} error={error} refetch={refetch}>
        {() =>
          found.length === 0 ? (
            <p className={classes.quiet}>{t(all.length === 0 ? 'template.none' : 'template.nothing')}</p>
          ) : (
            <div role="listbox" id={list} aria-label={t('template.title')} className={classes.found}>
              {found.map((template, place) => (
                <UnstyledButton
                  key={template.id}
                  id={`${list}-${template.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === active}
                  className={classes.option}
                  ref={(element: HTMLButtonElement | null) => {
                    if (place === active) element?.scrollIntoView({ block: 'nearest' });
                  }}
                  onClick={() => choose(template)}
                >
                  <span className={classes.head}>
                    {template.title}
                    <span className={classes.scope}>{t(`scope.${template.scope}`)}</span>
                  </span>
                  <span className={classes.words}>{template.text}</span>
                  {template.unfilled.length > 0 && (
                    <span className={classes.unfilled}>{t('template.unfilled', { fields: template.unfilled.join(', ') })}</span>
                  )}
                </UnstyledButton>
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  );
}
