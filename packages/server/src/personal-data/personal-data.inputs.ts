import { Field, InputType } from 'type-graphql';

@InputType('EraseApplicantDataInput', { description: 'The applicant wants everything of an appeal erased that is about a person.' })
export class EraseApplicantDataInput {
  @Field(() => String, { description: 'Number of the appeal.' })
  number!: string;

  @Field(() => String, { description: 'Code of the appeal.' })
  code!: string;

  @Field(() => Boolean, { description: 'That it cannot be undone is understood; false is refused with ERASURE_UNCONFIRMED.' })
  confirm!: boolean;
}

@InputType('EraseApplicantInput', { description: 'An administrator erases what one person sent, at the wish of that person.' })
export class EraseApplicantInput {
  @Field(() => String, { description: 'The e-mail address that the person gave, or the phone number where no address was given.' })
  contact!: string;

  @Field(() => String, { description: 'Why: the letter or call in which the person asked. Put on record.' })
  reason!: string;
}
