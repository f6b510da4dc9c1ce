import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { CalendarFeedType, LinkCalendarPayload, UnlinkCalendarPayload } from './calendar-feed.type.js';

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  @Query(() => CalendarFeedType, { nullable: true, description: "The viewer's own calendar of deadlines; null while it has no address." })
  myCalendarFeed(@Ctx() { calendarFeeds }: Context): Promise<CalendarFeedType | null> {
    return calendarFeeds.mine();
  }

  @Mutation(() => LinkCalendarPayload, { description: "Makes an address of the viewer's calendar of deadlines, or another one in place of the present." })
  async linkCalendar(@Ctx() { calendarFeeds }: Context): Promise<LinkCalendarPayload> {
    const { url, createdAt } = await calendarFeeds.link();
    return { url, calendarFeed: { createdAt }, errors: [] };
  }

  @Mutation(() => UnlinkCalendarPayload, { description: "Revokes the address of the viewer's calendar of deadlines." })
  async unlinkCalendar(@Ctx() { calendarFeeds }: Context): Promise<UnlinkCalendarPayload> {
    return { unlinked: await calendarFeeds.unlink(), errors: [] };
  }
}
