import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { live } from '../graphql/live.js';
import { asId } from '../shared/ids.js';
import { AppealFilter } from './appeal.inputs.js';
import { AppealType } from './appeal.type.js';
import type { AppealRow } from './appeals.queries.js';

@Resolver()
export class AppealSubscriptions {
  @Subscription(() => AppealType, {
    description: 'An appeal submitted within what the viewer may see and the filter finds. Ends with the session.',
    subscribe: ({ args, context }) => live(context as Context, 'appeal.submitted', ({ id }, { appeals }) => appeals.find(id, (args as { filter?: AppealFilter }).filter)),
  })
  appealSubmitted(@Root() appeal: AppealRow, @Arg('filter', () => AppealFilter, { nullable: true }) _filter: AppealFilter | null): AppealRow {
    return appeal;
  }

  @Subscription(() => AppealType, {
    description: 'A change of an appeal within what the viewer may see; of one appeal with `id`. Ends with the session.',
    subscribe: ({ args, context }) => {
      const { id: only, filter } = args as { id?: string | null; filter?: AppealFilter | null };
      if (only) asId(only);
      return live(context as Context, 'appeal.changed', ({ id }, { appeals }) => (only && only !== id ? null : appeals.find(id, filter)));
    },
  })
  appealChanged(
    @Root() appeal: AppealRow, @Arg('id', () => ID, { nullable: true }) _id: string | null,
    @Arg('filter', () => AppealFilter, { nullable: true }) _filter: AppealFilter | null, @Ctx() _context: Context,
  ): AppealRow {
    return appeal;
  }
}
