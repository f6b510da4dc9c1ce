import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { PartnerType } from './partner.type.js';
import { DELIVERY_STATES, WEBHOOK_EVENTS, type DeliveryState, type WebhookEvent } from './webhook-events.js';

export const WebhookEventEnum = asEnum(WEBHOOK_EVENTS);
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told; `type` of the body is the same in lower case: appeal.answered.',
  valuesConfig: { PING: { description: 'A trial that an administrator sends; every webhook takes it.' } },
});

export const DeliveryStateEnum = asEnum(DELIVERY_STATES);
registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: 'What became of a message to a webhook.',
  valuesConfig: {
    WAITING: { description: 'It is sent now, or again at nextAttemptAt.' },
    DELIVERED: { description: 'The receiver answered 2xx.' },
    FAILED: { description: 'The last of ten attempts failed too, or the webhook is switched off. It can be sent again by replayDelivery.' },
  },
});

@ObjectType('Webhook', { simpleResolvers: true, description: 'Where a partner is told of changes of the appeals that it submitted.' })
export class WebhookType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Address.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it is told.' })
  events!: WebhookEvent[];

  @Field(() => Boolean, { description: 'False: nothing is sent. An answer 410 switches it off.' })
  active!: boolean;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last time that a message arrived.' })
  lastDeliveredAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the last attempt failed.' })
  failing!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when attempts fail.' })
  failingSince!: Date | null;
}

@ObjectType('WebhookDelivery', { simpleResolvers: true, description: 'One message to a webhook.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'Id of this row of the log; the receiver sees another, `webhook-id`, which a replay keeps.' })
  id!: string;

  @Field(() => String, { description: 'The `webhook-id` header.' })
  messageId!: string;

  @Field(() => WebhookEventEnum, { description: 'What it tells.' })
  event!: WebhookEvent;

  @Field(() => String, { nullable: true, description: 'The appeal that it is about.' })
  appealNumber!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DeliveryStateEnum, { description: 'What became of it.' })
  state!: DeliveryState;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null when there was none.' })
  statusCode!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed: HTTP_STATUS, REDIRECT, TIMEOUT, ADDRESS_PRIVATE, HOST_UNKNOWN, CONNECTION, GONE, WEBHOOK_OFF.' })
  error!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it arrived.' })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried next.' })
  nextAttemptAt!: Date | null;

  @Field(() => String, { description: 'JSON, as it is signed and sent.' })
  body!: string;
}

export const WebhookDeliveryConnection = connectionOf('WebhookDelivery', () => WebhookDeliveryType);

@InputType('DeliveryFilter', { description: 'Which messages; what is left out does not restrict.' })
export class DeliveryFilter {
  @Field(() => DeliveryStateEnum, { nullable: true, description: 'What became of them.' })
  state?: DeliveryState | null;
}

@InputType('CreateWebhookInput', { description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field(() => ID, { description: 'The partner.' })
  partnerId!: string;

  @Field(() => String, { description: 'https address of a public host.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it is told.' })
  events!: WebhookEvent[];
}

@InputType('ChangeWebhookInput', { description: 'What is left out stays as it is.' })
export class ChangeWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'https address of a public host.' })
  url?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true, description: 'What it is told.' })
  events?: WebhookEvent[] | null;

  @Field(() => Boolean, { nullable: true, description: 'False: nothing is sent.' })
  active?: boolean | null;
}

const ERRORS = 'What to correct; empty when it was done.';

@ObjectType('WebhookPayload', { simpleResolvers: true, description: 'Result of a change of a webhook.' })
export class WebhookPayload {
  @Field(() => WebhookType, { nullable: true, description: 'The webhook after it; null when refused or deleted.' })
  webhook?: WebhookType | null;

  @Field(() => String, { nullable: true, description: 'What signs the messages: `whsec_…`. Shown once, when the webhook is made.' })
  secret?: string | null;

  @Field(() => PartnerType, { nullable: true, description: 'The partner with all its webhooks.' })
  partner?: PartnerType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('WebhookDeliveryPayload', { simpleResolvers: true, description: 'Result of pingWebhook and replayDelivery.' })
export class WebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { nullable: true, description: 'The new row of the log; null when refused.' })
  delivery?: WebhookDeliveryType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
