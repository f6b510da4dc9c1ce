import { useQuery } from '@apollo/client/react';
import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { AppealTemplatesDocument, type AppealTemplatesQuery } from '../../../gql/appeals';
import type { TemplatePurpose } from '../../../gql/schema';
import { QueryView } from '../../../lib/apollo/query-view';
import { hasWords } from '../../../lib/format/words';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useOptions } from '../../../lib/keys/use-options';
import { Dialog } from '../../../ui/dialog';
import { Icon } from '../../../ui/icons';
import { MOD } from '../../../lib/keys/names';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './composing.module.css';

type Offered = NonNullable<AppealTemplatesQuery['appeal']>['templatesFor'][number];

/** Opens by its button, by T, and by Ctrl-/ from inside the text; found by words, chosen by arrows and Enter. Of several on one screen, one has the keys. */
export function TemplatePicker({
  appealId,
  others = [],
  purpose,
  label,
  insert,
}: {
  appealId: string;
  /** Letters that get the same words: what is not the same for all of them stays open. */
  others?: readonly string[];
  purpose: TemplatePurpose;
  /** Of one that has no keys: which text it is for. */
  label?: string;
  /** Is given the text with its fields filled in. */
  insert: (text: string) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useKeys([label === undefined && { keys: purpose === 'ANSWER' ? ['mod+/', 'KeyT'] : 'mod+/', label: t('template.title'), group: 'writing', run: open }]);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="copy" size={14} />}
        {...(label === undefined ? { 'rightSection': <KeyHint>{`${MOD} /`}</KeyHint>, 'aria-keyshortcuts': 'Control+/' } : { 'aria-label': label })}
        onClick={open}
      >
        {t('template')}
      </Button>
      <Dialog opened={opened} close={() => setOpened(false)} title={t('template.title')} closeLabel={common('action.close')}>
        <Choice
          appealId={appealId}
          others={others}
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

function Choice({ appealId, others, purpose, choose }: { appealId: string; others: readonly string[]; purpose: TemplatePurpose; choose: (template: Offered) => void }) {
  const t = useText(messages);
  const [words, setWords] = useState('');
  const { data, error, refetch } = useQuery(AppealTemplatesDocument, { variables: { id: appealId, purpose, others: others.length > 0 ? [...others] : null }, fetchPolicy: 'cache-and-network' });
  const all = data?.appeal?.templatesFor ?? [];
  const found = all.filter(({ title, text }) => hasWords(`${title} ${text}`, words.trim()));
  const options = useOptions(found.length, (at) => {
    const chosen = found[at];
    if (chosen) choose(chosen);
  });
  return (
    <>
      <TextInput
        data-autofocus
        {...options.field}
        aria-label={t('template.search')}
        placeholder={t('template.search')}
        leftSection={<Icon name="search" size={15} />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          options.reset();
        }}
      />
      <QueryView data={data?.appeal} error={error} refetch={refetch}>
        {() =>
          found.length === 0 ? (
            <p className={classes.quiet}>{t(all.length === 0 ? 'template.none' : 'template.nothing')}</p>
          ) : (
            <div {...options.list} aria-label={t('template.title')} className={classes.found}>
              {found.map((template, place) => (
                <UnstyledButton
                  key={template.id}
                  className={classes.option}
                  {...options.option(place)}
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
