import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { NotificationSettingsType, SetNotificationBotPayload, SetNotificationsInput, SetNotificationsPayload } from './notification-settings.type.js';

@Resolver(() => NotificationSettingsType)
export class NotificationSettingsResolver {
  @Query(() => NotificationSettingsType, { description: 'How the viewer is told of things outside the console. UNAUTHENTICATED without a session.' })
  myNotifications(@Ctx() { notificationSettings }: Context): Promise<NotificationSettingsType> {
    return notificationSettings.mine();
  }

  @Mutation(() => SetNotificationsPayload, { description: 'What the viewer is told of, how, and when not.' })
  async setNotifications(@Arg('input', () => SetNotificationsInput) input: SetNotificationsInput, @Ctx() { notificationSettings, locale }: Context): Promise<SetNotificationsPayload> {
    return { settings: null, ...(await payload(locale, async () => ({ settings: await notificationSettings.set(input) }))) };
  }

  @Mutation(() => SetNotificationBotPayload, { description: "Sends the viewer's news to the webhook of a messenger bot as well; without a URL, no more. Addresses of private networks are refused." })
  async setNotificationBot(@Arg('url', () => String, { nullable: true }) url: string | null | undefined, @Ctx() { notificationSettings, locale }: Context): Promise<SetNotificationBotPayload> {
    return { settings: null, secret: null, ...(await payload(locale, () => notificationSettings.setBot(url))) };
  }
}
