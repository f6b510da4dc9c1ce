import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import type { Page } from '../shared/cursor.js';
import type { DeliveryRow, WebhookRow } from './partners.queries.js';
import {
  ChangeWebhookInput, CreateWebhookInput, DeliveryFilter, WebhookDeliveryConnection, WebhookDeliveryPayload, WebhookPayload, WebhookType,
} from './webhook.type.js';

@Resolver(() => WebhookType)
export class WebhookResolver {
  @FieldResolver(() => WebhookDeliveryConnection, { description: 'What was sent or waits to be sent, newest first.' })
  deliveries(
    @Root() { id }: WebhookRow, @Ctx() { partnersQueries }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'Which ones.' }) filter: DeliveryFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<DeliveryRow>> {
    return partnersQueries.deliveries(id, filter?.state ?? null, first, after, selects(info, 'totalCount'));
  }

  @Mutation(() => WebhookPayload, { description: 'Adds a webhook. `secret` signs its messages, and this is the only time that it is shown.' })
  createWebhook(@Arg('input', () => CreateWebhookInput) input: CreateWebhookInput, @Ctx() { locale, webhooksService, partnersQueries }: Context) {
    return payload(locale, async () => {
      const { partnerId, id, secret } = await webhooksService.create(input);
      return { webhook: await partnersQueries.webhook(partnerId, id), secret, partner: await partnersQueries.get(partnerId) };
    });
  }

  @Mutation(() => WebhookPayload, { description: 'Changes address or events, or switches a webhook on or off.' })
  changeWebhook(@Arg('input', () => ChangeWebhookInput) input: ChangeWebhookInput, @Ctx() { locale, webhooksService, partnersQueries }: Context) {
    return payload(locale, async () => {
      const { partnerId, id } = await webhooksService.change(input);
      return { webhook: await partnersQueries.webhook(partnerId, id), partner: await partnersQueries.get(partnerId) };
    });
  }

  @Mutation(() => WebhookPayload, { description: 'Removes a webhook and its log.' })
  deleteWebhook(@Arg('id', () => ID) id: string, @Ctx() { locale, webhooksService, partnersQueries }: Context) {
    return payload(locale, async () => {
      const { partnerId } = await webhooksService.delete(id);
      return { webhook: null, partner: await partnersQueries.get(partnerId) };
    });
  }

  @Mutation(() => WebhookDeliveryPayload, { description: 'Sends a trial message.' })
  pingWebhook(@Arg('id', () => ID) id: string, @Ctx() { locale, webhooksService, partnersQueries }: Context) {
    return payload(locale, async () => ({ delivery: await partnersQueries.delivery(await webhooksService.ping(id)) }));
  }

  @Mutation(() => WebhookDeliveryPayload, { description: 'Sends a message of the log once more, with the same `webhook-id` and body.' })
  replayDelivery(@Arg('id', () => ID) id: string, @Ctx() { locale, webhooksService, partnersQueries }: Context) {
    return payload(locale, async () => ({ delivery: await partnersQueries.delivery(await webhooksService.replay(id)) }));
  }
}
