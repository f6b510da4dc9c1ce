import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { selectedFields, selects } from '../graphql/selection.js';
import type { Page } from '../shared/cursor.js';
import { MailConnection, MailType, OutboxFilter } from './mail.type.js';
import type { MailRow } from './outbox.queries.js';

@Resolver(() => MailType)
export class OutboxResolver {
  @Query(() => MailConnection, { description: 'Mails that were sent or are kept, newest first; for the administrator.' })
  outbox(
    @Ctx() { outbox }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => OutboxFilter, { nullable: true, description: 'Which ones.' }) filter: OutboxFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<MailRow>> {
    return outbox.list(filter, first, after, { total: selects(info, 'totalCount'), fields: selectedFields(info, 'edges.node') });
  }
}
