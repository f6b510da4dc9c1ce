import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { MAIL_CHANNELS, MAIL_KINDS, MAIL_STATES, type MailChannel, type MailKind, type MailState } from './mail.entity.js';

export const MailKindEnum = asEnum(MAIL_KINDS);
registerEnumType(MailKindEnum, { name: 'MailKind', description: 'What a mail tells its reader.' });

export const MailStateEnum = asEnum(MAIL_STATES);
registerEnumType(MailStateEnum, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesConfig: {
    KEPT: { description: 'There is no mail server, so it is kept here and can be read.' },
    WAITING: { description: 'It will be sent, or sent again after a failed attempt.' },
    SENT: { description: 'The mail server took it; its text was erased here.' },
    FAILED: { description: 'It could not be sent.' },
  },
});

export const MailChannelEnum = asEnum(MAIL_CHANNELS);
registerEnumType(MailChannelEnum, { name: 'MailChannel', description: "By which way it leaves: a mail server, or a webhook of a person's messenger bot." });

@ObjectType('Mail', { simpleResolvers: true, description: 'A mail to an applicant or a person of the console.' })
export class MailType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => MailKindEnum, { description: 'What it tells.' })
  kind!: MailKind;

  @Field(() => MailStateEnum, { description: 'What became of it.' })
  state!: MailState;

  @Field(() => MailChannelEnum, { description: 'By which way.' })
  channel!: MailChannel;

  @Field(() => String, { description: 'The address, all but its first letter and its domain hidden: contacts are opened on the appeal, where each view is on record.' })
  to!: string;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The text part; only while KEPT, since it holds links that are secrets of its reader.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The HTML part; only while KEPT.' })
  html!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the mail server took it.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said at the last failed attempt, without addresses.' })
  error!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the appeal that it is about.' })
  appealNumber!: string | null;
}

export const MailConnection = connectionOf('Mail', () => MailType);

@InputType('OutboxFilter', { description: 'Which mails; what is left out does not restrict.' })
export class OutboxFilter {
  @Field(() => String, { nullable: true, description: 'A part of the subject (the number of the appeal stands there), or a whole address.' })
  search?: string | null;

  @Field(() => [MailKindEnum], { nullable: true, description: 'Kinds.' })
  kind?: MailKind[] | null;

  @Field(() => MailStateEnum, { nullable: true, description: 'One state.' })
  state?: MailState | null;
}
