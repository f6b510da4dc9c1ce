import type { GiveFeedbackMutation } from '../../gql/documents';
import { GiveFeedbackDocument } from '../../gql/documents';
import type { GiveFeedbackInput } from '../../gql/schema';
import { mutate } from '../../lib/api';
import type { Locale } from '../../lib/locale';

/** By what right a mark is given: the mail's link, the hour after it, or number and code. */
export type Right = { token: string } | { continuation: string } | { number: string; code: string };

export const LINK_PROBLEMS = ['FEEDBACK_LINK_UNKNOWN', 'FEEDBACK_LINK_USED', 'FEEDBACK_LINK_EXPIRED'] as const;
/** Why a link from a mail can't be used. */
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

export const linkProblemOf = (code: string | undefined): LinkProblem | undefined => LINK_PROBLEMS.find((problem) => problem === code);

/** True when a mark was refused because the hour of the page is over. */
export const isLate = (right: Right, code: string | undefined): boolean => 'continuation' in right && code === 'FEEDBACK_LINK_USED';

export type GivenFeedback = NonNullable<GiveFeedbackMutation['giveFeedback']['feedback']>;

export interface Given {
  feedback: GivenFeedback | undefined;
  /** For further answers without the link, within the hour. */
  continuation: string | undefined;
  appealNumber: string | undefined;
  errors: GiveFeedbackMutation['giveFeedback']['errors'];
}

/** Records a mark, or answers to the questions after it. Throws `ApiFailure`. */
export async function give(
  right: Right,
  marks: Omit<GiveFeedbackInput, 'token' | 'continuation' | 'number' | 'code'>,
  locale: Locale,
): Promise<Given> {
  const { giveFeedback } = await mutate(GiveFeedbackDocument, { input: { ...right, ...marks } }, locale);
  return {
    feedback: giveFeedback.feedback ?? undefined,
    continuation: giveFeedback.continuation ?? undefined,
    appealNumber: giveFeedback.appealNumber ?? undefined,
    errors: giveFeedback.errors,
  };
}
