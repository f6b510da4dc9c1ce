import type { SubmitAppealMutation } from '../../gql/documents';
import { SubmitAppealDocument } from '../../gql/documents';
import type { SubmitAppealInput } from '../../gql/schema';
import { mutate } from '../../lib/api';
import { codeSlot } from '../../lib/appeal-code';
import type { Locale } from '../../lib/locale';
import { fieldsOf, slot, textOf } from '../../lib/storage';
import type { Draft } from './draft';

export interface SentLetter {
  number: string;
  /** The applicant's code, without spaces. */
  code: string;
  /** YYYY-MM-DD. */
  registerBy: string;
  /** Where a mail with number and code went; empty without an address. */
  email: string;
  /** True when an earlier attempt had arrived, and what was changed after it is not in the letter. */
  withoutChanges: boolean;
}

type Refusals = SubmitAppealMutation['submitAppeal']['errors'];
export type SendResult = { sent: SentLetter } | { refused: Refusals };

export const sentLetter = slot<SentLetter>('sessionStorage', 'sent', (stored) => {
  const fields = fieldsOf(stored);
  const sent = {
    number: textOf(fields['number']),
    code: textOf(fields['code']),
    registerBy: textOf(fields['registerBy']),
    email: textOf(fields['email']),
    withoutChanges: fields['withoutChanges'] === true,
  };
  return sent.number && sent.code ? sent : undefined;
});

/** What was in the last attempt whose end nobody knows: the connection broke before the answer came. */
const attempted = slot<SubmitAppealInput>('sessionStorage', 'attempted', (stored) =>
  textOf(fieldsOf(stored)['clientKey']) ? (stored as SubmitAppealInput) : undefined,
);

export function inputOf({ letter, contact }: Draft): SubmitAppealInput {
  return {
    regionCode: letter.region?.code ?? '',
    deputyId: letter.addressee === 'DEPUTY' ? letter.deputy?.id : undefined,
    subject: letter.subject.trim(),
    text: letter.text.trim(),
    kind: letter.kind,
    collective: letter.collective,
    applicant: { name: contact.name.trim(), email: contact.email.trim() || undefined, phone: contact.phone.trim() || undefined },
    consent: contact.consentVersion !== undefined,
    consentVersion: contact.consentVersion,
    attachments: letter.files.length > 0 ? letter.files.map(({ id }) => id) : undefined,
    clientKey: letter.clientKey,
  };
}

/**
 * Sends the letter under its key. When the server says that the key was used for another text, an attempt of ours did
 * arrive before the applicant changed something: then that attempt is repeated as it was, for its number and code.
 * Throws `ApiFailure`; pressing the button again is always safe.
 */
export async function send(draft: Draft, locale: Locale): Promise<SendResult> {
  const input = inputOf(draft);
  const earlier = attempted.read();
  const result = await submit(input, locale);
  const keyReused = 'refused' in result && result.refused.some((error) => error.code === 'CLIENT_KEY_REUSED');
  if (keyReused && earlier && earlier.clientKey === input.clientKey) {
    const repeated = await submit(earlier, locale);
    return 'sent' in repeated ? { sent: { ...repeated.sent, withoutChanges: true } } : repeated;
  }
  return result;
}

async function submit(input: SubmitAppealInput, locale: Locale): Promise<SendResult> {
  const earlier = attempted.read();
  // The first attempt under a key is the one that may have arrived; a later one must not take its place.
  if (earlier?.clientKey !== input.clientKey) attempted.write(input);
  const {
    submitAppeal: { appeal, code, errors },
  } = await mutate(SubmitAppealDocument, { input }, locale);
  if (!appeal || !code) {
    if (!errors.some((error) => error.code === 'CLIENT_KEY_REUSED')) attempted.clear();
    return { refused: errors };
  }
  attempted.clear();
  const sent = { number: appeal.number, code, registerBy: appeal.registerBy, email: input.applicant.email ?? '', withoutChanges: false };
  sentLetter.write(sent);
  codeSlot(sent.number).write(code);
  return { sent };
}
