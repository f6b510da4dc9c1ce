import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import type { Fragment } from '../search/index.js';
import { FragmentType, SearchReadingType } from '../search/search.type.js';
import { AppealConnection, AppealType } from './appeal.type.js';
import type { SearchReading } from './appeals.search.js';
import type { AppealRow, AppealsPage } from './appeals.queries.js';

@Resolver(() => AppealConnection)
export class AppealConnectionSearchResolver {
  @FieldResolver(() => SearchReadingType, { nullable: true, description: 'How the words of the filter were read; null without words, and when they are the number of an appeal.' })
  search(@Root() page: AppealsPage): SearchReading | null {
    return page.search;
  }
}

@Resolver(() => AppealType)
export class AppealFragmentsResolver {
  @FieldResolver(() => [FragmentType], { description: 'Passages with what a search looks for, at most five; none where it finds nothing in this appeal, or is a number. BAD_USER_INPUT as in the filter.' })
  fragments(
    @Root() { id }: AppealRow, @Arg('search', () => String, { description: 'The words, as in the filter.' }) search: string, @Ctx() { appeals }: Context,
  ): Promise<readonly Fragment[]> {
    return appeals.fragments(id, search);
  }
}
