import { useEffect, useRef, useState } from 'react';
import { newFileKey, uploadFile, type UploadedFile } from '../../../lib/files/upload';

/** A file on its way, or one that was not taken. */
export interface ComingFile {
  key: string;
  file: File;
  /** 0 to 1. */
  progress: number;
  /** Why it was not taken; null while it is on its way, empty when the connection broke. */
  error: string | null;
}

/** An answer that is taken back within its seconds finds its files again. */
const TAKEN_BACK_MS = 60_000;
const kept = new Map<string, { files: readonly UploadedFile[]; signedAt: number | null }>();

/** The files of an answer that is being written: sent one after another, kept while this page is open. */
export function useFiles(appealId: string) {
  const [taken, setTaken] = useState<readonly UploadedFile[]>(() => {
    const before = kept.get(appealId);
    return before && (before.signedAt === null || Date.now() - before.signedAt < TAKEN_BACK_MS) ? before.files : [];
  });
  const [coming, setComing] = useState<readonly ComingFile[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const queue = useRef(Promise.resolve());
  useEffect(() => void kept.set(appealId, { files: taken, signedAt: null }), [appealId, taken]);
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);
  const change = (key: string, part: Partial<ComingFile>) => setComing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = (key: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    queue.current = queue.current.then(async () => {
      if (abort.signal.aborted) return;
      try {
        const uploaded = await uploadFile(file, key, (progress) => change(key, { progress }), abort.signal);
        setTaken((all) => [...all, uploaded]);
        setComing((all) => all.filter((one) => one.key !== key));
      } catch (error) {
        if (!abort.signal.aborted) change(key, { error: (error as Error).message });
      }
    });
  };

  return {
    taken,
    coming,
    busy: coming.some(({ error }) => error === null),
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
    remove: (keyOrId: string) => {
      aborts.current.get(keyOrId)?.abort();
      setComing((all) => all.filter(({ key }) => key !== keyOrId));
      setTaken((all) => all.filter(({ id }) => id !== keyOrId));
    },
    signed: () => void kept.set(appealId, { files: taken, signedAt: Date.now() }),
  };
}
export type Files = ReturnType<typeof useFiles>;
