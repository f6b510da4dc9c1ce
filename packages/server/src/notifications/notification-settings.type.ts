import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { NOTICE_MODES, STAFF_EVENTS, type NoticeMode, type StaffEvent } from './staff-news.lifecycle.js';

export const StaffEventEnum = asEnum(STAFF_EVENTS);
registerEnumType(StaffEventEnum, { name: 'StaffEvent', description: 'What a person of the console can be told of outside the console.' });
export const NoticeModeEnum = asEnum(NOTICE_MODES);
registerEnumType(NoticeModeEnum, { name: 'NoticeMode', description: 'At once, in the letter of the day, or not at all.' });

@ObjectType('NotificationChoice', { simpleResolvers: true, description: 'How one kind of news is told.' })
export class NotificationChoiceType {
  @Field(() => StaffEventEnum, { description: 'What.' })
  event!: StaffEvent;

  @Field(() => NoticeModeEnum, { description: 'How.' })
  mode!: NoticeMode;
}

@ObjectType('NotificationSettings', { simpleResolvers: true, description: 'How the viewer is told of things outside the console.' })
export class NotificationSettingsType {
  @Field(() => [NotificationChoiceType], { description: "What the viewer's role is told of, and how." })
  modes!: NotificationChoiceType[];

  @Field(() => Int, { nullable: true, description: 'Hour of the region, 0 to 23, from which nothing is sent; null: no quiet hours.' })
  quietFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'Hour at which what waited is sent.' })
  quietUntil!: number | null;

  @Field(() => String, { nullable: true, description: "The webhook of the viewer's messenger bot." })
  botUrl!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when mails do not reach the viewer: there is no such mailbox. Saving the settings tries it again." })
  mailFailedAt!: Date | null;
}

@InputType('NotificationChoiceInput', { description: 'How one kind of news is told.' })
export class NotificationChoiceInput {
  @Field(() => StaffEventEnum, { description: 'What.' })
  event!: StaffEvent;

  @Field(() => NoticeModeEnum, { description: 'How.' })
  mode!: NoticeMode;
}

@InputType('SetNotificationsInput', { description: 'How the viewer wants to be told of things.' })
export class SetNotificationsInput {
  @Field(() => [NotificationChoiceInput], { description: "What is left out goes back to the role's default." })
  modes!: NotificationChoiceInput[];

  @Field(() => Int, { nullable: true, description: 'Hour of the region, 0 to 23, from which nothing is sent; with quietUntil, or neither.' })
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hour at which what waited is sent.' })
  quietUntil?: number | null;
}

@ObjectType('SetNotificationsPayload', { simpleResolvers: true, description: 'The settings as they are now.' })
export class SetNotificationsPayload {
  @Field(() => NotificationSettingsType, { nullable: true, description: 'Null with errors.' })
  settings!: NotificationSettingsType | null;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}

@ObjectType('SetNotificationBotPayload', { simpleResolvers: true, description: 'The settings, and the secret of a new bot.' })
export class SetNotificationBotPayload {
  @Field(() => NotificationSettingsType, { nullable: true, description: 'Null with errors.' })
  settings!: NotificationSettingsType | null;

  @Field(() => String, { nullable: true, description: 'Signs each message (Standard Webhooks); said this once.' })
  secret!: string | null;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}
