import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { live } from '../graphql/live.js';
import { payload } from '../graphql/payload.js';
import { asId } from '../shared/ids.js';
import { AppealPresenceType, AttendAppealInput, AttendAppealPayload } from './presence.type.js';

@Resolver()
export class PresenceResolver {
  @Mutation(() => AttendAppealPayload, { description: 'Tells the others that the viewer has the appeal before them. NOT_FOUND beyond the walls.' })
  attendAppeal(@Arg('input', () => AttendAppealInput) { appealId, doing }: AttendAppealInput, @Ctx() { locale, presence }: Context) {
    return payload(locale, async () => {
      const id = await presence.attend(appealId, doing ?? null);
      return { presence: { appealId: id, others: await presence.others(id) } };
    });
  }

  @Subscription(() => AppealPresenceType, {
    description: 'The others who have one appeal before them, at each change. Ends with the session.',
    subscribe: ({ args, context }) => {
      const only = asId((args as { appealId: string }).appealId, 'appealId');
      return live(context as Context, 'appeal.attended', async ({ id }, { appeals, presence }) => (id === only && await appeals.find(id, null) ? { appealId: id, others: await presence.others(id) } : null));
    },
  })
  appealAttended(@Root() presence: AppealPresenceType, @Arg('appealId', () => ID) _appealId: string): AppealPresenceType {
    return presence;
  }
}
