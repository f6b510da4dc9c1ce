import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import type { AppealRow } from '../appeals/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { DeputyRow } from '../deputies/index.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import type { Page } from '../shared/cursor.js';
import { LedgerPromiseType, PromiseConnection, PromiseFilter, PromiseInvitationType, ReportPromiseInput, ReportPromisePayload } from './promise.type.js';
import type { LedgerRow } from './promises.queries.js';

@Resolver(() => LedgerPromiseType)
export class PromiseResolver {
  @Query(() => PromiseConnection, { description: 'Promises of the appeals that the viewer may see, the earliest day first. UNAUTHENTICATED without a session.' })
  promises(
    @Ctx() { actor, promises }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => PromiseFilter, { nullable: true }) filter: PromiseFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<LedgerRow>> {
    staff(actor);
    return promises.list(filter, first, after, selects(info, 'totalCount'));
  }

  @Query(() => PromiseInvitationType, { nullable: true, description: 'What a link from the mail asks about. BAD_USER_INPUT with reason PROMISE_LINK_UNKNOWN or PROMISE_LINK_USED.' })
  promiseLink(@Arg('token', () => String) token: string, @Ctx() { promises }: Context): Promise<PromiseInvitationType> {
    return promises.invitation(token);
  }

  @Mutation(() => ReportPromisePayload, { description: 'The applicant says what became of a promise; the first word by the link uses it up, and number and code change it within 30 days.' })
  reportPromise(@Arg('input', () => ReportPromiseInput) input: ReportPromiseInput, @Ctx() { locale, promisesService, promises }: Context) {
    return payload(locale, async () => {
      const { promiseId, appealId, appealNumber } = await promisesService.report(input);
      return { promise: await promises.ofAppeal(appealId, promiseId), appealNumber };
    });
  }

  @FieldResolver(() => AppealType, { description: 'The appeal.' })
  appeal(@Root() { appealId }: LedgerRow, @Ctx() { appeals }: Context): Promise<AppealRow> {
    return appeals.get(appealId);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'Who promised.' })
  deputy(@Root() { deputyId }: LedgerRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> {
    return deputies.byId.load(deputyId);
  }
}
