import { Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('CalendarFeed', { simpleResolvers: true, description: "A person's calendar of deadlines, for the calendar of a phone or a mail service." })
export class CalendarFeedType {
  @Field(() => DateTimeScalar, { description: 'When its present address was made.' })
  createdAt!: Date;
}

@ObjectType('LinkCalendarPayload', { simpleResolvers: true, description: 'The address, said this once.' })
export class LinkCalendarPayload {
  @Field(() => String, { description: 'The secret address: whoever has it sees numbers, days and links of the open appeals. An earlier one works no more.' })
  url!: string;

  @Field(() => CalendarFeedType, { description: 'The calendar.' })
  calendarFeed!: CalendarFeedType;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}

@ObjectType('UnlinkCalendarPayload', { simpleResolvers: true, description: 'Whether an address stopped working.' })
export class UnlinkCalendarPayload {
  @Field(() => Boolean, { description: 'False when there was none.' })
  unlinked!: boolean;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}
