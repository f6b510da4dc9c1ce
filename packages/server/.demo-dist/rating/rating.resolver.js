var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, FieldResolver, Float, ID, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { live } from '../graphql/live.js';
import { selects } from '../graphql/selection.js';
import { ExplanationQueries } from './explanation.queries.js';
import { RatingExplanationType, RatingItemConnection, RatingStepType, ResultCountType } from './explanation.type.js';
import { RatingFilter, RatingSort } from './rating.inputs.js';
import { FunnelPointType, RatingEntryConnection, RatingEntryType, RatingFormulaType, RatingGroupType, RatingPeriodType, RatingSummaryType, RatingType, } from './rating.type.js';
let RatingResolver = class RatingResolver {
    rating({ rating }, filter) {
        return rating.rating(filter);
    }
    periods({ rating }) {
        return rating.periods();
    }
    formula(row, { rating }) {
        return rating.formula(row);
    }
    entries(row, { rating }, info, sort, first, after) {
        return rating.entries(row, sort, first, after, selects(info, 'totalCount'));
    }
    summary(row, { rating }) {
        return rating.summary(row);
    }
    factions(row, { rating }) {
        return rating.groups(row, 'faction');
    }
    regions(row, { rating }) {
        return rating.groups(row, 'region');
    }
    funnel(row, { rating }) {
        return rating.funnel(row);
    }
    ratingChanged(entry, _filter) {
        return entry;
    }
};
__decorate([
    Query(() => RatingType, {
        description: 'The rating of a period: whole country for administrator and analyst, own regions for moderator and coordinator, own body for deputy and aide. '
            + 'The bottom is shown to its deputy, to coordinators, administrators and the analyst alone. UNAUTHENTICATED without a session.',
    }),
    __param(0, Ctx()),
    __param(1, Arg('filter', () => RatingFilter))
], RatingResolver.prototype, "rating", null);
__decorate([
    FieldResolver(() => [RatingPeriodType], { description: 'All periods that have a rating.' }),
    __param(0, Ctx())
], RatingResolver.prototype, "periods", null);
__decorate([
    FieldResolver(() => RatingFormulaType, { description: 'The method of these figures.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingResolver.prototype, "formula", null);
__decorate([
    FieldResolver(() => RatingEntryConnection, { description: 'Entries; unless sorted otherwise league A, B, C, then those with a mark, then «мало данных», by name inside each.' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __param(2, Info()),
    __param(3, Arg('sort', () => RatingSort, { nullable: true })),
    __param(4, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(5, Arg('after', () => String, { nullable: true }))
], RatingResolver.prototype, "entries", null);
__decorate([
    FieldResolver(() => RatingSummaryType, { description: 'Counts of the filter.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingResolver.prototype, "summary", null);
__decorate([
    FieldResolver(() => [RatingGroupType], { description: "Factions with mandates in the filter's regions and level, measured against all factions of the country." }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingResolver.prototype, "factions", null);
__decorate([
    FieldResolver(() => [RatingGroupType], { description: "Regions with mandates in the filter's regions and level, measured against all regions of the country." }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingResolver.prototype, "regions", null);
__decorate([
    FieldResolver(() => [FunnelPointType], { description: 'Score against number due for every entry of the filter that has a score.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingResolver.prototype, "funnel", null);
__decorate([
    Subscription(() => RatingEntryType, {
        description: 'Entries that look different after a computation, within the filter and what the viewer may see. When more than 100 changed, up to 100 '
            + 'entries of the filter are sent: read the list again then. Ends with the session.',
        subscribe: ({ args, context }) => each(live(context, 'rating.changed', async (event, { rating }) => rating.changed(event, args.filter))),
    }),
    __param(0, Root()),
    __param(1, Arg('filter', () => RatingFilter))
], RatingResolver.prototype, "ratingChanged", null);
RatingResolver = __decorate([
    Resolver(() => RatingType)
], RatingResolver);
export { RatingResolver };
/** One event changes several entries; each is an item of the stream. */
async function* each(batches) {
    for await (const batch of batches)
        yield* batch;
}
let RatingExplanationResolver = class RatingExplanationResolver {
    async ratingExplanation({ rating }, deputyId, period) {
        const explained = await rating.explained(deputyId, period);
        return { ...explained, period: explained.rating.period, computedAt: explained.rating.computedAt };
    }
    formula(row, { rating }) {
        return rating.formula(row.rating);
    }
    steps(row, context) {
        return queries(context).steps(row);
    }
    results(row, context) {
        return queries(context).results(row);
    }
    firstReactionDays(row, context) {
        return queries(context).firstReactionDays(row);
    }
    load(row, context) {
        return queries(context).load(row);
    }
    items(row, context, info, first, after) {
        return queries(context).page(row, first, after, selects(info, 'totalCount'));
    }
};
__decorate([
    Query(() => RatingExplanationType, {
        description: 'Where a figure comes from: for the deputy and the aide their own, for staff those of their regions. NOT_FOUND when there is none or it is not the viewer\'s to see.',
    }),
    __param(0, Ctx()),
    __param(1, Arg('deputyId', () => ID)),
    __param(2, Arg('period', () => String, { nullable: true, description: '«last-12-months» (default) or «2026-Q3».' }))
], RatingExplanationResolver.prototype, "ratingExplanation", null);
__decorate([
    FieldResolver(() => RatingFormulaType, { description: 'The method.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingExplanationResolver.prototype, "formula", null);
__decorate([
    FieldResolver(() => [RatingStepType], { description: 'The calculation, in its order, and what one more answer or mark would change.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingExplanationResolver.prototype, "steps", null);
__decorate([
    FieldResolver(() => [ResultCountType], { description: 'Results of the questions of answered appeals, each on its own; shown, not part of the score.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingExplanationResolver.prototype, "results", null);
__decorate([
    FieldResolver(() => Float, { nullable: true, description: 'Median calendar days from registration to the first action, to a tenth; shown, not part of the score.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingExplanationResolver.prototype, "firstReactionDays", null);
__decorate([
    FieldResolver(() => Int, { description: 'Appeals registered to the deputy in the period; shown, not part of the score.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RatingExplanationResolver.prototype, "load", null);
__decorate([
    FieldResolver(() => RatingItemConnection, { description: 'The appeals behind the figure, counted or not, latest deadline first.' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __param(2, Info()),
    __param(3, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(4, Arg('after', () => String, { nullable: true }))
], RatingExplanationResolver.prototype, "items", null);
RatingExplanationResolver = __decorate([
    Resolver(() => RatingExplanationType)
], RatingExplanationResolver);
export { RatingExplanationResolver };
const queries = ({ db, locale }) => new ExplanationQueries(db, locale);
