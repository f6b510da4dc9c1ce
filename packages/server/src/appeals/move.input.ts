import { Field, ID, InputType, Int } from 'type-graphql';

/** What every move of the console needs. */
@InputType()
export abstract class MoveInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

/** What every move of an applicant needs. */
@InputType()
export abstract class TrackedMoveInput {
  @Field(() => String, { description: 'Number of the appeal.' })
  number!: string;

  @Field(() => String, { description: 'Code of the appeal.' })
  code!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}
