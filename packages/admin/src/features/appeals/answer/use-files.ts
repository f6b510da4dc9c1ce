import type { ApolloCache } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { AttachToAnswerDraftDocument, DetachFromAnswerDraftDocument, type AppealFileFragment, type DraftFilesFragment } from '../../../gql/appeals';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import { newFileKey, uploadFile } from '../../../lib/files/upload';

/** A file on its way, or one that was not taken. */
export interface ComingFile {
  key: string;
  file: File;
  /** 0 to 1. */
  progress: number;
  /** Why it was not taken; null while it is on its way, empty when the connection broke. */
  error: string | null;
}

/** The files of an answer that is being written: sent one after another, and kept on the server with its draft. */
export function useFiles({ id: appealId, draft }: { id: string; draft: { attachments: readonly AppealFileFragment[] } | null }) {
  const errorText = useErrorText();
  const [attach] = useMutation(AttachToAnswerDraftDocument);
  const [detach, { loading: removing }] = useMutation(DetachFromAnswerDraftDocument);
  const [coming, setComing] = useState<readonly ComingFile[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const aborts = useRef(new Map<string, AbortController>());
  const queue = useRef(Promise.resolve());
  const standing = draft?.attachments ?? [];
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);
  const change = (key: string, part: Partial<ComingFile>) => setComing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setComing((all) => all.filter((one) => one.key !== key));
  /** Words that are typed meanwhile are not touched. */
  const show = (cache: ApolloCache, after: DraftFilesFragment['draft'] | undefined) => {
    if (after) cache.modify({ id: cache.identify({ __typename: 'Appeal', id: appealId }), fields: { draft: (known: object | null) => (known ? { ...known, attachments: after.attachments } : after) } });
  };

  const send = (key: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    queue.current = queue.current.then(async () => {
      if (abort.signal.aborted) return;
      try {
        const { id } = await uploadFile(file, key, (progress) => change(key, { progress }), abort.signal);
        if (abort.signal.aborted) return;
        const { data } = await attach({
          variables: { input: { appealId, attachments: [id] } },
          update: (cache, result) => show(cache, result.data?.attachToAnswerDraft.draft),
        }).catch((error: unknown) => {
          throw new Error(errorCode(error) === 'NETWORK' ? '' : errorText(error));
        });
        const refusal = data?.attachToAnswerDraft.errors[0];
        if (refusal) throw new Error(refusal.message);
        drop(key);
      } catch (error) {
        if (!abort.signal.aborted) change(key, { error: (error as Error).message });
      }
    });
  };

  return {
    /** What stands in the draft, in order. */
    standing,
    /** What of it goes with the answer. */
    going: standing.filter(({ status }) => status !== 'INFECTED'),
    coming,
    busy: removing || coming.some(({ error }) => error === null),
    /** Why a file could not be taken out. */
    trouble,
    /** @param refused why one of them is not even sent */
    add: (files: readonly File[], refused: (file: File, at: number) => string | null) => {
      const chosen = files.map((file, at): ComingFile => ({ key: newFileKey(), file, progress: 0, error: refused(file, at) }));
      setComing((all) => [...all, ...chosen]);
      for (const { key, file, error } of chosen) if (error === null) send(key, file);
    },
    again: (one: ComingFile) => {
      change(one.key, { error: null, progress: 0 });
      send(one.key, one.file);
    },
    /** Gives up one that is on its way. */
    giveUp: (key: string) => {
      aborts.current.get(key)?.abort();
      drop(key);
    },
    /** Takes one out of the draft. */
    remove: async (attachmentId: string) => {
      setTrouble(null);
      try {
        const { data } = await detach({
          variables: { input: { appealId, attachmentId } },
          update: (cache, result) => show(cache, result.data?.detachFromAnswerDraft.draft),
        });
        setTrouble(data?.detachFromAnswerDraft.errors[0]?.message ?? null);
      } catch (error) {
        setTrouble(errorText(error));
      }
    },
  };
}
export type Files = ReturnType<typeof useFiles>;
