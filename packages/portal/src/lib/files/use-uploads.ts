import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newKey } from '../keys';
import { useTexts } from '../texts/texts';
import { useAbout } from '../about';
import { fileSize } from './file-size';
import { uploadFile, UploadFailure, type UploadedFile } from './upload';

/** A file on its way, or one that was not taken. */
export interface ComingFile {
  key: string;
  file: File;
  /** 0 to 1. */
  progress: number;
  /** Why it was not taken; undefined while it is on its way. */
  error: string | undefined;
  /** Whether trying again makes sense. */
  again: boolean;
}

export interface Uploads {
  /** What the server has. */
  taken: readonly UploadedFile[];
  coming: readonly ComingFile[];
  /** While true, something is still on its way. */
  busy: boolean;
  /** Of a picture that was chosen on this page: something to show. */
  previewOf(id: string): string | undefined;
  add(files: readonly File[]): void;
  again(key: string): void;
  /** Takes a file off the list, by its key or by its id. */
  remove(keyOrId: string): void;
}

/** Sends chosen files one after another and keeps what became of each. @param onTaken keeps what the server has */
export function useUploads(taken: readonly UploadedFile[], onTaken: (change: (before: readonly UploadedFile[]) => readonly UploadedFile[]) => void): Uploads {
  const { t, locale } = useTexts();
  const limits = useAbout().data?.about.files;
  const [coming, setComing] = useState<readonly ComingFile[]>([]);
  const [previews, setPreviews] = useState<ReadonlyMap<string, string>>(new Map());
  const aborts = useRef(new Map<string, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const change = useCallback((key: string, part: Partial<ComingFile>) => setComing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))), []);

  const send = useCallback((key: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    queue.current = queue.current.then(async () => {
      if (abort.signal.aborted) return;
      try {
        const uploaded = await uploadFile(file, key, locale, (progress) => change(key, { progress }), abort.signal);
        if (file.type.startsWith('image/')) setPreviews((all) => new Map(all).set(uploaded.id, URL.createObjectURL(file)));
        onTaken((before) => [...before, uploaded]);
        setComing((all) => all.filter((one) => one.key !== key));
      } catch (error) {
        const failure = error instanceof UploadFailure ? error : new UploadFailure('', true);
        if (!abort.signal.aborted) change(key, { error: failure.message || t('files.broken'), again: failure.again });
      }
    });
  }, [locale, change, onTaken, t]);

  const add = useCallback((files: readonly File[]) => {
    let room = (limits?.count ?? Number.POSITIVE_INFINITY) - taken.length - coming.filter(({ error }) => !error).length;
    const chosen = files.map((file): ComingFile => {
      const tooLarge = limits && file.size > limits.bytes ? t('files.tooLarge', { size: fileSize(file.size, locale), limit: fileSize(limits.bytes, locale) }) : undefined;
      const error = tooLarge ?? (room <= 0 ? t('files.tooMany', { limit: limits?.count ?? 0 }) : undefined);
      if (!error) room -= 1;
      return { key: newKey(), file, progress: 0, error, again: false };
    });
    setComing((all) => [...all, ...chosen]);
    for (const { key, file, error } of chosen) if (!error) send(key, file);
  }, [limits, taken.length, coming, locale, send, t]);

  const remove = useCallback((keyOrId: string) => {
    aborts.current.get(keyOrId)?.abort();
    setComing((all) => all.filter(({ key }) => key !== keyOrId));
    onTaken((before) => before.filter(({ id }) => id !== keyOrId));
  }, [onTaken]);

  const again = useCallback((key: string) => {
    const one = coming.find((other) => other.key === key);
    if (!one) return;
    change(key, { error: undefined, progress: 0 });
    send(key, one.file);
  }, [coming, change, send]);

  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  return useMemo(() => ({
    taken, coming, busy: coming.some(({ error }) => !error), previewOf: (id) => previews.get(id), add, again, remove,
  }), [taken, coming, previews, add, again, remove]);
}
