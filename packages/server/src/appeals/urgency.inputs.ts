import { Field, InputType } from 'type-graphql';
import { MoveInput } from './move.input.js';

@InputType('MarkUrgentInput', { description: 'The urgent mark, set or removed by a person.' })
export class MarkUrgentInput extends MoveInput {
  @Field(() => Boolean, { description: 'Whether life or health is in danger.' })
  urgent!: boolean;

  @Field(() => String, { description: 'Why, for the record, up to 2,000 characters; the applicant is not told.' })
  reason!: string;
}
