import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/viewer.type.js';
import type { Context } from '../graphql/context.js';
import { staff } from '../shared/allow.js';
import { AttentionType } from './attention.type.js';

@Resolver(() => ViewerType)
export class AttentionResolver {
  @FieldResolver(() => AttentionType, { description: 'What waits for the viewer today.' })
  attention(@Ctx() { actor, attention }: Context): Promise<AttentionType> {
    return attention.of(staff(actor));
  }
}
