import { useMutation } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { AddNoteDocument, AppealNotesFragmentDoc, type AppealNotesFragment } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useDays } from '../../../lib/format/use-days';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useAbout } from '../../../lib/session/about';
import { Icon } from '../../../ui/icons';
import { MOD } from '../../../lib/keys/names';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './notes.module.css';

/** What was typed and not saved, by appeal: it is there again when somebody comes back to the letter. */
const unsaved = new Map<string, string>();

/** What colleagues tell each other; `n` opens the composer. Nothing here looks like, or goes the way of, a message to the applicant. */
export function Notes({ appeal, timeZone }: { appeal: AppealNotesFragment; timeZone: string }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const title = useId();
  const [writing, setWriting] = useState(() => unsaved.has(appeal.id));
  const place = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useRef(false);
  const open = () => {
    asked.current = true;
    setWriting(true);
    field.current?.focus();
  };
  useEffect(() => {
    if (!writing || !asked.current) return;
    field.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [writing]);
  useKeys([appeal.viewerCanNote && { keys: 'KeyN', label: t('text'), group: 'more', run: open }]);
  if (!appeal.viewerCanNote && appeal.notes.length === 0) return null;
  return (
    <section ref={place} className={classes.notes} aria-labelledby={title}>
      <header className={classes.head}>
        <h2 id={title} className={classes.title}>
          <Icon name="lock" size={16} />
          {t('title')}
        </h2>
        <p className={classes.who}>{t('who')}</p>
      </header>
      {appeal.notes.length > 0 && (
        <ul className={classes.list}>
          {appeal.notes.map((note) => (
            <li key={note.id} className={classes.note}>
              <div className={classes.by}>
                <span>
                  {note.authorName}, {common(`actor.${note.authorKind}`)}
                </span>
                <time dateTime={note.createdAt}>{days.moment(note.createdAt, timeZone)}</time>
              </div>
              <div className={classes.text}>{note.text}</div>
            </li>
          ))}
        </ul>
      )}
      {appeal.viewerCanNote &&
        (writing ? (
          <NoteComposer appealId={appeal.id} fieldRef={field} close={() => setWriting(false)} />
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.add}
            leftSection={<Icon name="plus" size={14} />}
            rightSection={<KeyHint>N</KeyHint>}
            aria-keyshortcuts="N"
            onClick={open}
          >
            {t('add')}
          </Button>
        ))}
    </section>
  );
}

function NoteComposer({
  appealId,
  fieldRef,
  close,
}: {
  appealId: string;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  close: () => void;
}) {
  const t = useText(messages);
  const errorText = useErrorText();
  const limit = useAbout()?.limits.note;
  const [text, setText] = useState(unsaved.get(appealId) ?? '');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [add, { loading }] = useMutation(AddNoteDocument);
  const over = limit === undefined ? 0 : text.length - limit;

  const write = (value: string) => {
    setText(value);
    if (value.trim()) unsaved.set(appealId, value);
    else unsaved.delete(appealId);
  };
  const save = async () => {
    if (loading || over > 0) return;
    setTrouble(null);
    try {
      const { data } = await add({
        variables: { input: { appealId, text: text.trim() } },
        update: (cache, result) => {
          const note = result.data?.addNote.note;
          const at = { fragment: AppealNotesFragmentDoc, fragmentName: 'AppealNotes', id: cache.identify({ __typename: 'Appeal', id: appealId }) ?? '' };
          if (note) {
            cache.updateFragment<AppealNotesFragment>(at, (known) =>
              known && !known.notes.some(({ id }) => id === note.id) ? { ...known, notes: [...known.notes, note] } : known,
            );
          }
        },
      });
      const refusal = data?.addNote.errors[0];
      if (refusal) {
        setTrouble(refusal.message);
        fieldRef.current?.focus();
        return;
      }
      write('');
      close();
      notifications.show({ message: t('saved') });
    } catch (error) {
      setTrouble(t('failed', { reason: errorText(error) }));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        ref={fieldRef}
        label={t('text')}
        placeholder={t('text.placeholder')}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        error={over > 0 ? t('over', { n: over }) : trouble}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            // The words stay for the next time.
            event.preventDefault();
            close();
          }
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      />
      <div className={classes.actions}>
        <Button variant="subtle" color="gray" size="sm" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          size="sm"
          className={classes.save}
          loading={loading}
          leftSection={<Icon name="lock" size={14} />}
          rightSection={<KeyHint>{`${MOD} ⏎`}</KeyHint>}
          aria-keyshortcuts="Control+Enter"
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
