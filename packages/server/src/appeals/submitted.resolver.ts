import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { live } from '../graphql/live.js';
import { selects } from '../graphql/selection.js';
import { keyed } from '../shared/allow.js';
import type { Page } from '../shared/cursor.js';
import type { SubmittedRow } from './submitted.queries.js';
import { SubmittedAppealConnection, TrackedAppealType } from './tracked.type.js';
import type { TrackedRow } from './tracking.service.js';

@Resolver()
export class SubmittedResolver {
  @Query(() => SubmittedAppealConnection, { description: 'What this partner submitted, newest first. Scope appeals:track; UNAUTHENTICATED without a key.' })
  submittedAppeals(
    @Ctx() { submitted }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<SubmittedRow>> {
    return submitted.list(first, after, selects(info, 'totalCount'));
  }

  @Subscription(() => TrackedAppealType, {
    description: 'Appeals that this partner submitted, when they change. Scope appeals:track. Ends when the key is revoked, rotated or expires.',
    subscribe: ({ context }) => {
      const { partnerId } = keyed((context as Context).actor);
      return live(context as Context, 'appeal.changed', (event, { tracking }) => (event.partnerId === partnerId ? tracking.view(event.id) : null));
    },
  })
  submittedAppealChanged(@Root() appeal: TrackedRow): TrackedRow {
    return appeal;
  }
}
