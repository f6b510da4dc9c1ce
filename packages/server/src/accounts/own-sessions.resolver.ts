import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import type { SessionRow } from './own-sessions.js';
import { EndSessionsPayload, SessionType } from './session.type.js';

@Resolver(() => SessionType)
export class OwnSessionsResolver {
  @Query(() => [SessionType], { description: 'Where the viewer is signed in, the present session first.' })
  mySessions(@Ctx() { ownSessions }: Context): Promise<SessionRow[]> {
    return ownSessions.list();
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs the viewer out in one browser; NOT_FOUND for a session of somebody else.' })
  async endSession(@Arg('id', () => ID) id: string, @Ctx() { ownSessions }: Context): Promise<EndSessionsPayload> {
    return { ended: await ownSessions.end(id), errors: [] };
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs the viewer out everywhere but here.' })
  async endOtherSessions(@Ctx() { ownSessions }: Context): Promise<EndSessionsPayload> {
    return { ended: await ownSessions.endOthers(), errors: [] };
  }
}
