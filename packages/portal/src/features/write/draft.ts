import { APPEAL_KINDS, type AppealKind } from './kinds';
import type { UploadedFile } from '../../lib/files/upload';
import { newKey } from '../../lib/keys';
import { fieldsOf, slot, textOf } from '../../lib/storage';

export const ADDRESSEES = ['DEPUTY', 'MODERATOR'] as const;
/** Whom the letter is for: a deputy that the applicant names, or whoever the moderator finds. */
export type Addressee = (typeof ADDRESSEES)[number];

/** The server lets go of what is not attached within a day; a little sooner it is asked for again. */
const FILE_KEPT_MS = 23 * 60 * 60 * 1000;

export interface KeptFile extends UploadedFile {
  /** Milliseconds since 1970. */
  takenAt: number;
}

export interface PickedDeputy {
  id: string;
  name: string;
  /** Body and district, so that the choice can be checked without asking the server again. */
  about: string;
}

/** The letter itself; it waits in the browser for as long as it takes. */
export interface LetterDraft {
  region: { code: string; name: string } | undefined;
  addressee: Addressee | undefined;
  deputy: PickedDeputy | undefined;
  kind: AppealKind | undefined;
  subject: string;
  text: string;
  collective: boolean;
  /** Files that the server holds for a day until they are attached. */
  files: readonly KeptFile[];
  /** Made once for one letter: the server answers a second submission with the same key by the first one's number. */
  clientKey: string;
}

/** Who writes; personal, so it ends with the tab. */
export interface ContactDraft {
  name: string;
  email: string;
  phone: string;
  /** The version of the consent that was ticked; another version has to be ticked anew. */
  consentVersion: string | undefined;
}

export interface Draft {
  letter: LetterDraft;
  contact: ContactDraft;
}

export const emptyLetter = (): LetterDraft => ({
  region: undefined,
  addressee: undefined,
  deputy: undefined,
  kind: undefined,
  subject: '',
  text: '',
  collective: false,
  files: [],
  clientKey: newKey(),
});

export const emptyContact = (): ContactDraft => ({ name: '', email: '', phone: '', consentVersion: undefined });

/** True when there is something that the applicant would be sorry to lose. */
export const isBegun = (letter: LetterDraft): boolean => Boolean(letter.subject.trim() || letter.text.trim() || letter.files.length);

const letters = slot('localStorage', 'letter', acceptLetter);
const contacts = slot('sessionStorage', 'contact', acceptContact);

export const readDraft = (): Draft => ({ letter: letters.read() ?? emptyLetter(), contact: contacts.read() ?? emptyContact() });

export function writeDraft(draft: Draft): void {
  letters.write(draft.letter);
  contacts.write(draft.contact);
}

export function clearDraft(): void {
  letters.clear();
  contacts.clear();
}

export function acceptLetter(stored: unknown): LetterDraft | undefined {
  const fields = fieldsOf(stored);
  const clientKey = textOf(fields['clientKey']);
  if (!clientKey) return undefined;
  const region = fieldsOf(fields['region']);
  const deputy = fieldsOf(fields['deputy']);
  return {
    region: textOf(region['code']) ? { code: textOf(region['code']), name: textOf(region['name']) } : undefined,
    addressee: ADDRESSEES.find((one) => one === fields['addressee']),
    deputy: textOf(deputy['id']) ? { id: textOf(deputy['id']), name: textOf(deputy['name']), about: textOf(deputy['about']) } : undefined,
    kind: APPEAL_KINDS.find((one) => one === fields['kind']),
    subject: textOf(fields['subject']),
    text: textOf(fields['text']),
    collective: fields['collective'] === true,
    files: acceptFiles(fields['files']),
    clientKey,
  };
}

function acceptFiles(stored: unknown): KeptFile[] {
  if (!Array.isArray(stored)) return [];
  return stored.map(fieldsOf).flatMap((fields): KeptFile[] => {
    const [id, takenAt] = [textOf(fields['id']), Number(fields['takenAt'])];
    if (!id || !(Date.now() - takenAt < FILE_KEPT_MS)) return [];
    return [{ id, name: textOf(fields['name']), kind: fields['kind'] === 'PHOTO' ? 'PHOTO' : 'DOCUMENT', bytes: Number(fields['bytes']) || 0, takenAt }];
  });
}

function acceptContact(stored: unknown): ContactDraft {
  const fields = fieldsOf(stored);
  return {
    name: textOf(fields['name']),
    email: textOf(fields['email']),
    phone: textOf(fields['phone']),
    consentVersion: textOf(fields['consentVersion']) || undefined,
  };
}
