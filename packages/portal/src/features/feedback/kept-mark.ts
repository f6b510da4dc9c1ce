import { fieldsOf, slot, textOf } from '../../lib/storage';
import type { GivenFeedback } from './give';

/** What is remembered of a mark given by a link, which is good for one use: a reload must not end at a used link. */
export interface KeptMark {
  continuation: string;
  appealNumber: string;
  subject: string;
  deputyName: string;
  feedback: GivenFeedback;
}

export const keptMark = (token: string) => slot<KeptMark>('sessionStorage', `mark.${token}`, (stored) => {
  const fields = fieldsOf(stored);
  const feedback = fieldsOf(fields['feedback']);
  const continuation = textOf(fields['continuation']);
  if (!continuation || typeof feedback['quality'] !== 'number') return undefined;
  return {
    continuation,
    appealNumber: textOf(fields['appealNumber']),
    subject: textOf(fields['subject']),
    deputyName: textOf(fields['deputyName']),
    feedback: feedback as unknown as GivenFeedback,
  };
});

/** A mark in an address, `?mark=4`; undefined for anything but a whole number from 1 to 5. */
export function markInAddress(search: string): number | undefined {
  const mark = new URLSearchParams(search).get('mark');
  return mark && /^[1-5]$/.test(mark) ? Number(mark) : undefined;
}
