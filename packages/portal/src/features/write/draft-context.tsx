import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useAbout } from '../../lib/about';
import type { ContactDraft, Draft, LetterDraft } from './draft';
import { clearDraft, emptyContact, emptyLetter, readDraft, writeDraft } from './draft';
import { useUploads, type Uploads } from '../../lib/files/use-uploads';
import type { UploadedFile } from '../../lib/files/upload';
import type { FieldMessage, Rules } from './steps';

interface DraftTools {
  draft: Draft;
  rules: Rules | undefined;
  /** Files go up while the person writes on. */
  uploads: Uploads;
  changeLetter(part: Partial<LetterDraft>): void;
  changeContact(part: Partial<ContactDraft>): void;
  /** Forgets everything that was typed, here and in the browser. */
  forget(): void;
  /** What the server refused in the last submission; each step shows its own. */
  refused: readonly FieldMessage[];
  setRefused(refused: readonly FieldMessage[]): void;
}

const Context = createContext<DraftTools | undefined>(undefined);

/** Holds the letter through all steps, and keeps it in the browser at every key. */
export function DraftProvider({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState(readDraft);
  const [refused, setRefused] = useState<readonly FieldMessage[]>([]);
  const about = useAbout().data?.about;
  const rules = useMemo<Rules | undefined>(
    () =>
      about && { subject: about.limits.subject, text: about.limits.text, name: about.limits.name, consentVersion: about.consent.version },
    [about],
  );

  const change = useCallback((change: (before: Draft) => Draft) => {
    setDraft((before) => {
      const after = change(before);
      writeDraft(after);
      return after;
    });
  }, []);

  const changeFiles = useCallback((next: (before: readonly UploadedFile[]) => readonly UploadedFile[]) => change(({ letter, contact }) => {
    const takenAt = new Map(letter.files.map((file) => [file.id, file.takenAt]));
    return { contact, letter: { ...letter, files: next(letter.files).map((file) => ({ ...file, takenAt: takenAt.get(file.id) ?? Date.now() })) } };
  }), [change]);
  const uploads = useUploads(draft.letter.files, changeFiles);

  const tools = useMemo<DraftTools>(
    () => ({
      draft,
      rules,
      uploads,
      changeLetter: (part) => change((before) => ({ ...before, letter: { ...before.letter, ...part } })),
      changeContact: (part) => change((before) => ({ ...before, contact: { ...before.contact, ...part } })),
      forget: () => {
        clearDraft();
        setRefused([]);
        setDraft({ letter: emptyLetter(), contact: emptyContact() });
      },
      refused,
      setRefused,
    }),
    [draft, rules, uploads, refused, change],
  );

  return <Context value={tools}>{children}</Context>;
}

export function useDraft(): DraftTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('useDraft outside DraftProvider');
  return tools;
}
