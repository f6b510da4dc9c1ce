import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/viewer.type.js';
import type { Context } from '../graphql/context.js';
import { staff } from '../shared/allow.js';
import { AttentionType } from './attention.type.js';

const NOTHING: AttentionType = {
  submitted: 0, urgent: 0, registrationOverdue: 0, clarification: 0, registered: 0, inProgress: 0, dueToday: 0, atRisk: 0, late: 0, firstReactionMissed: 0, reopened: 0,
  comments: 0, feedbackLastWeek: 0, mailFailed: 0,
};

@Resolver(() => ViewerType)
export class AttentionResolver {
  @FieldResolver(() => AttentionType, { description: 'What waits for the viewer today; nothing for whoever must first set up a second factor.' })
  attention(@Ctx() { actor, attention }: Context): Promise<AttentionType> | AttentionType {
    // The person may see who they are, and the console asks for both at once: a refusal here would lock the way to the profile.
    return actor.kind === 'UNSECURED' ? NOTHING : attention.of(staff(actor));
  }
}
