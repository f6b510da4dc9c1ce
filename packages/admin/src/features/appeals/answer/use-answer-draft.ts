import { useApolloClient, useMutation } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { AppealPageDocument, SaveAnswerDraftDocument } from '../../../gql/appeals';
import { fromServer, openDraft, same, type AnswerText, type KeptDraft, type ServerDraft } from './answer-draft';

/** Milliseconds of quiet after which the server is told. */
const QUIET = 1_000;

/** Where the words are: nowhere yet, on their way, on the server, or in this browser alone. */
export type SaveState = 'untouched' | 'saving' | 'saved' | 'local';

function read(key: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as KeptDraft) : null;
  } catch {
    return null;
  }
}

/** Where this browser keeps what a person writes to an appeal. */
export const answerDraftKey = (viewerId: string, appealId: string): string => `answer-draft:${viewerId}:${appealId}`;

export const forgetDraft = (key: string): void => keep(key, null);

/**
 * Words that this browser holds and that are not the answer that was sent; null when there are none.
 * @param onlyUnsaved an aide's draft that the server has was there for the deputy to take
 */
export function unsentWords(key: string, sent: string | undefined, onlyUnsaved: boolean): string | null {
  const draft = read(key);
  if (!draft || (onlyUnsaved && draft.saved) || draft.text.trim() === '' || draft.text.trim() === sent?.trim()) return null;
  return draft.text;
}

function keep(key: string, draft: KeptDraft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage: the server still has the draft a second later.
  }
}

/** A draft that nothing loses: kept in this browser at every keystroke, on the server a second later, and never over another person's. */
export function useAnswerDraft(appeal: { id: string; draft: ServerDraft | null; questions: readonly { id: string }[] }, viewerId: string) {
  const apollo = useApolloClient();
  const [mutate] = useMutation(SaveAnswerDraftDocument);
  const key = answerDraftKey(viewerId, appeal.id);
  const ids = appeal.questions.map(({ id }) => id);
  const server = appeal.draft;
  const [opened] = useState(() => openDraft(read(key), server, ids));
  const [value, setValue] = useState<AnswerText>(opened.value);
  const [state, setState] = useState<SaveState>(opened.unsaved ? 'local' : server ? 'saved' : 'untouched');
  const [other, setOther] = useState(opened.other);
  const latest = useRef(value);
  const dirty = useRef(opened.unsaved);
  const flying = useRef(false);
  const over = useRef(opened.other ? (read(key)?.revision ?? null) : (server?.revision ?? null));

  /** Another person has saved since: fetch theirs, and wait for a choice. */
  const askTheirs = async () => {
    setOther(true);
    await apollo.query({ query: AppealPageDocument, variables: { id: appeal.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
  };

  const save = async (): Promise<boolean> => {
    if (flying.current || !dirty.current) return !dirty.current;
    flying.current = true;
    setState('saving');
    const sent = latest.current;
    try {
      const { data } = await mutate({
        variables: {
          input: {
            appealId: appeal.id,
            text: sent.text,
            revision: over.current,
            questions: ids.map((id) => ({ id, result: sent.questions[id]?.result ?? null, text: sent.questions[id]?.text || null })),
          },
        },
        update: (cache, result) => {
          const draft = result.data?.saveAnswerDraft.draft;
          if (!draft) return;
          over.current = draft.revision;
          // Its files come and go by themselves, and their pictures need not be loaded anew at each save.
          cache.modify({ id: cache.identify({ __typename: 'Appeal', id: appeal.id }), fields: { draft: (known: object | null) => ({ attachments: [], ...known, ...draft }) } });
        },
      });
      const taken = data?.saveAnswerDraft.draft;
      if (!taken) {
        setState('local');
        if (data?.saveAnswerDraft.errors.some(({ code }) => code === 'DRAFT_STALE')) await askTheirs();
        return false;
      }
      dirty.current = latest.current !== sent;
      keep(key, { ...latest.current, revision: taken.revision, saved: !dirty.current });
      setState(dirty.current ? 'saving' : 'saved');
    } catch {
      setState('local');
      return false;
    } finally {
      flying.current = false;
    }
    if (dirty.current) soon();
    return !dirty.current;
  };
  const soon = useDebouncedCallback(() => void save(), QUIET);

  const show = (next: AnswerText) => {
    latest.current = next;
    setValue(next);
  };
  const change = (next: AnswerText) => {
    show(next);
    dirty.current = true;
    keep(key, { ...next, revision: over.current, saved: false });
    if (other) return;
    setState('saving');
    soon();
  };

  // Another person (or another tab) has saved: where nothing here is unsaved, go on from theirs; else offer it beside.
  const revision = server?.revision ?? null;
  useEffect(() => {
    if (!server || revision === null || revision <= (over.current ?? 0) || flying.current) return;
    const theirs = fromServer(server, ids);
    if (!dirty.current || same(theirs, latest.current)) {
      over.current = revision;
      dirty.current = false;
      show(theirs);
      setState('saved');
    } else setOther(true);
    // The rest is read as it is when a new revision comes.
  }, [revision]);

  // What stayed in the browser goes to the server at opening, and when the network is back.
  useEffect(() => {
    const retry = () => {
      if (dirty.current && !other) void save();
    };
    retry();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [other]);

  return {
    value,
    change,
    state,
    /** Saves without waiting; true once the server has everything. */
    saveNow: () => {
      soon.cancel?.();
      return save();
    },
    /** Somebody else's newer draft, to be chosen or overruled. */
    other: other && server ? server : null,
    takeTheirs: () => {
      if (!server) return;
      over.current = server.revision;
      dirty.current = false;
      keep(key, null);
      show(fromServer(server, ids));
      setOther(false);
      setState('saved');
    },
    keepMine: () => {
      over.current = server?.revision ?? null;
      setOther(false);
    },
    /** After signing: nothing is left to keep. */
    forget: () => {
      soon.cancel?.();
      dirty.current = false;
      keep(key, null);
    },
  };
}
