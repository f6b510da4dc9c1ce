import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { EraseApplicantDataInput, EraseApplicantInput } from './personal-data.inputs.js';
import { ApplicantByContactType, ApplicantDataType, EraseApplicantDataPayload, EraseApplicantPayload, RetentionType } from './personal-data.type.js';

@Resolver()
export class PersonalDataResolver {
  @Query(() => ApplicantDataType, { description: 'Everything that is held about an appeal and its applicant, for whoever has number and code. Each time is on record. NOT_FOUND for every wrong pair.' })
  applicantData(@Arg('number', () => String) number: string, @Arg('code', () => String) code: string, @Ctx() { personalData }: Context) {
    return personalData.collect(number, code);
  }

  @Mutation(() => EraseApplicantDataPayload, { description: 'The applicant has the appeal anonymised; an open one is withdrawn first. It cannot be undone.' })
  eraseApplicantData(@Arg('input', () => EraseApplicantDataInput) input: EraseApplicantDataInput, @Ctx() { locale, personalData }: Context) {
    return payload(locale, () => personalData.eraseOwn(input));
  }

  @Query(() => ApplicantByContactType, { description: 'What one person sent, by the e-mail address, or by the phone number where no address was given; for the administrator. Each time is on record.' })
  applicantByContact(@Arg('contact', () => String) contact: string, @Ctx() { personalData }: Context) {
    return personalData.byContact(contact);
  }

  @Mutation(() => EraseApplicantPayload, { description: 'Anonymises all appeals of one person, at the wish of that person; for the administrator. Open ones are withdrawn first. It cannot be undone.' })
  eraseApplicant(@Arg('input', () => EraseApplicantInput) input: EraseApplicantInput, @Ctx() { locale, personalData }: Context) {
    return payload(locale, () => personalData.eraseByContact(input));
  }

  @Query(() => RetentionType, { description: 'The policy of retention and what it would anonymise now; for administrator and analyst.' })
  retention(@Ctx() { personalData }: Context) {
    return personalData.retention();
  }
}
