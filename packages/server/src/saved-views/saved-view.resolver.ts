import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import type { ViewPlace } from './saved-view.entity.js';
import { ChangeViewInput, OrderViewsInput, SavedViewPayload, SavedViewsPayload, SavedViewType, SaveViewInput, ViewPlaceEnum } from './saved-view.type.js';
import type { SavedViewRow } from './saved-views.queries.js';

const kept = ({ locale, savedViews }: Context, run: () => Promise<string>) => payload(locale, async () => ({ savedView: await savedViews.get(await run()) }));

@Resolver()
export class SavedViewsResolver {
  @Query(() => [SavedViewType], { description: "The viewer's own views of a list in their order, then those shared with the viewer's regions. UNAUTHENTICATED without a session." })
  savedViews(@Arg('place', () => ViewPlaceEnum) place: ViewPlace, @Ctx() { savedViews }: Context): Promise<SavedViewRow[]> {
    return savedViews.list(place);
  }

  @Mutation(() => SavedViewPayload, { description: 'Keeps a list under a name: for oneself, or, as a coordinator or an administrator, for everybody who works in a region.' })
  saveView(@Arg('input', () => SaveViewInput) input: SaveViewInput, @Ctx() context: Context) {
    return kept(context, () => context.savedViewsService.save(input));
  }

  @Mutation(() => SavedViewPayload, { description: 'Renames a view, or puts another list under its name. CONFLICT when somebody else did meanwhile.' })
  changeView(@Arg('input', () => ChangeViewInput) input: ChangeViewInput, @Ctx() context: Context) {
    return kept(context, () => context.savedViewsService.change(input));
  }

  @Mutation(() => SavedViewsPayload, { description: 'Puts the views of one list and one owner into an order.' })
  orderViews(@Arg('input', () => OrderViewsInput) input: OrderViewsInput, @Ctx() { locale, savedViews, savedViewsService }: Context) {
    return payload(locale, async () => ({ savedViews: await savedViews.list(await savedViewsService.order(input)) }));
  }

  @Mutation(() => SavedViewPayload, { description: 'Deletes a view, and gives it back as it was, so that it can be saved again.' })
  deleteView(@Arg('id', () => ID) id: string, @Ctx() { locale, savedViews, savedViewsService }: Context) {
    return payload(locale, async () => {
      const savedView = await savedViews.get(id);
      await savedViewsService.delete(id);
      return { savedView };
    });
  }
}
