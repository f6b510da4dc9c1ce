import type { PromiseOutcome } from '../../gql/schema';
import { OUTCOMES } from '../../lib/outcomes';
import { fieldsOf, slot, textOf } from '../../lib/storage';

/** What was said by a link, which is good for one use: a reload must not end at a used link. */
export interface KeptOutcome {
  outcome: PromiseOutcome;
  text: string;
  appealNumber: string;
}

const outcomeOf = (word: string): PromiseOutcome | undefined => OUTCOMES.find((outcome) => outcome === word.toUpperCase());

export const keptOutcome = (token: string) =>
  slot<KeptOutcome>('sessionStorage', `promise.${token}`, (stored) => {
    const fields = fieldsOf(stored);
    const outcome = outcomeOf(textOf(fields['outcome']));
    return outcome && { outcome, text: textOf(fields['text']), appealNumber: textOf(fields['appealNumber']) };
  });

/** What an address says, `?outcome=kept`; undefined for anything else. */
export const outcomeInAddress = (search: string): PromiseOutcome | undefined => outcomeOf(new URLSearchParams(search).get('outcome') ?? '');
