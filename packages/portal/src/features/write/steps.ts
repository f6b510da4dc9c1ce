import type { TextKey } from '../../lib/texts/texts';
import type { Draft } from './draft';

export const STEPS = ['place', 'letter', 'contact', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_PATHS: Record<Step, string> = {
  place: '/write', letter: '/write/letter', contact: '/write/contact', check: '/write/check',
};
export const SENT_PATH = '/write/sent';

/** Something to put right: a field of `SubmitAppealInput` and the words for it. */
export interface Problem {
  field: string;
  key: TextKey;
  values?: Record<string, number>;
}

/** What a server or a step has said about one field. */
export interface FieldMessage {
  field: string;
  text: string;
}

/** What the check needs to know of the server's settings; undefined until they come, and then the server is the judge. */
export interface Rules {
  subject: number;
  text: number;
  name: number;
  consentVersion: string;
}

/** What is missing or wrong in one step. The server has the last word; this only spares people the way there and back. */
export function problemsOf(step: Step, { letter, contact }: Draft, rules: Rules | undefined): Problem[] {
  const problems: Problem[] = [];
  const expect = (good: unknown, field: string, key: TextKey, values?: Record<string, number>) => {
    if (!good) problems.push(values ? { field, key, values } : { field, key });
  };
  if (step === 'place') {
    expect(letter.region, 'regionCode', 'write.wrong.region');
    if (letter.region) expect(letter.addressee, 'addressee', 'write.wrong.addressee');
    if (letter.region && letter.addressee === 'DEPUTY') expect(letter.deputy, 'deputyId', 'write.wrong.deputy');
  } else if (step === 'letter') {
    expect(letter.subject.trim(), 'subject', 'write.wrong.subject');
    expect(!rules || letter.subject.trim().length <= rules.subject, 'subject', 'write.wrong.subjectLong', { limit: rules?.subject ?? 0 });
    expect(letter.text.trim(), 'text', 'write.wrong.text');
    expect(!rules || letter.text.trim().length <= rules.text, 'text', 'write.wrong.textLong', { limit: rules?.text ?? 0 });
  } else if (step === 'contact') {
    expect(contact.name.trim(), 'applicant.name', 'write.wrong.name');
    expect(!rules || contact.name.trim().length <= rules.name, 'applicant.name', 'write.wrong.nameLong', { limit: rules?.name ?? 0 });
    expect(contact.email.trim() || contact.phone.trim(), 'applicant.email', 'write.wrong.contact');
    expect(!contact.email.trim() || looksLikeEmail(contact.email), 'applicant.email', 'write.wrong.email');
    expect(!contact.phone.trim() || looksLikePhone(contact.phone), 'applicant.phone', 'write.wrong.phone');
    expect(rules ? contact.consentVersion === rules.consentVersion : contact.consentVersion, 'consent', 'write.wrong.consent');
  }
  return problems;
}

/** The first step before `step` that is not complete, where a link into the middle leads instead; undefined when all are. */
export const firstIncompleteBefore = (step: Step, draft: Draft, rules: Rules | undefined): Step | undefined =>
  STEPS.slice(0, STEPS.indexOf(step)).find((earlier) => problemsOf(earlier, draft, rules).length > 0);

/** The step that has the field of a server's error; `check` for an error of the whole letter. */
export function stepOfField(field: string | null | undefined): Step {
  const name = (field ?? '').replace(/^input\./, '');
  if (['regionCode', 'deputyId', 'addressee'].includes(name)) return 'place';
  if (['subject', 'text', 'kind', 'collective', 'topicCode', 'attachments'].includes(name.split('.')[0]!)) return 'letter';
  if (name === 'consent' || name === 'applicant' || name.startsWith('applicant.')) return 'contact';
  return 'check';
}

/** The id of a field on the page: `applicant.email` → `f-applicant-email`. A problem of the whole contact leads to its first field. */
export const fieldId = (field: string): string =>
  `f-${(field === 'applicant' ? 'applicant.email' : field.replace(/^input\./, '').replace(/^attachments\.\d+$/, 'attachments')).replaceAll('.', '-')}`;

const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
const looksLikePhone = (text: string): boolean => /^[\d\s()+\-.\u2010-\u2015]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 10;
