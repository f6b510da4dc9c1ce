import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../shared/locale.js';
import { messageOf } from '../shared/messages.js';
import { Refusal, Refusals } from '../shared/refusal.js';

@ObjectType('UserError', { simpleResolvers: true, description: 'What a person can correct: nothing was changed.' })
export class UserErrorType {
  @Field(() => String, { description: 'Stable code, for programs: TEXT_TOO_LONG, REGION_NOT_OPEN …' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Path of the input field at fault, such as `applicant.email` or `questions.0.result`; null when it is the whole.' })
  field!: string | null;

  @Field(() => String, { description: 'The same as a sentence in the language of Accept-Language.' })
  message!: string;
}

/** Runs a mutation: a domain refusal becomes `errors` of the payload, anything else stays an exception. */
export async function payload<T extends object>(locale: Locale, run: () => Promise<T>): Promise<Partial<T> & { errors: UserErrorType[] }> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    const refusals = error instanceof Refusals ? error.refusals : error instanceof Refusal ? [error] : null;
    if (!refusals) throw error;
    return {
      errors: refusals.map(({ code, field, params }) => ({ code, field, message: messageOf(code, locale, params) })),
    } as Partial<T> & { errors: UserErrorType[] };
  }
}
