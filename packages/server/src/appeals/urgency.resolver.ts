import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { AppealType } from './appeal.type.js';
import { canMarkUrgent } from './appeals.policy.js';
import type { AppealRow } from './appeals.queries.js';
import { AppealPayload } from './tracked.type.js';
import { MarkUrgentInput } from './urgency.inputs.js';

@Resolver(() => AppealType)
export class UrgencyResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may set or remove the urgent mark now.' })
  viewerCanMarkUrgent(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canMarkUrgent(actor, appeal);
  }

  @Mutation(() => AppealPayload, { description: 'A moderator says that an open appeal is urgent, or that it is not: urgent ones stand first in the queue. The reason stands on record; no later reading of the letter changes what a person said.' })
  markUrgent(@Arg('input', () => MarkUrgentInput) input: MarkUrgentInput, @Ctx() { locale, urgency, appeals, appealsLoaders }: Context) {
    return payload(locale, async () => {
      const id = await urgency.mark(input);
      appealsLoaders.clear(id);
      return { appeal: await appeals.fresh(id) };
    });
  }
}
