var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import { canModerate } from '../appeals/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import { live } from '../graphql/live.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import { FeedbackFilter, FeedbackSort, GiveFeedbackInput, ModerateCommentInput } from './feedback.inputs.js';
import { FeedbackConnection, FeedbackInvitationType, FeedbackPayload, FeedbackType, GiveFeedbackPayload } from './feedback.type.js';
let FeedbackResolver = class FeedbackResolver {
    feedback({ actor, feedbackQueries }, info, filter, sort, first, after) {
        staff(actor);
        return feedbackQueries.list(filter, sort, first, after, selects(info, 'totalCount'));
    }
    feedbackLink(token, { feedbackQueries }) {
        return feedbackQueries.invitation(token);
    }
    giveFeedback(input, { locale, feedbackService, feedbackQueries }) {
        return payload(locale, async () => {
            const { appealId, appealNumber, continuation } = await feedbackService.give(input);
            return { feedback: await feedbackQueries.lastOf(appealId), continuation, appealNumber };
        });
    }
    moderateComment({ feedbackId, show }, { locale, feedbackService, feedbackQueries, desk }) {
        return payload(locale, async () => ({ feedback: await feedbackQueries.get(await feedbackService.moderateComment(feedbackId, show, desk)) }));
    }
    appeal({ appealId }, { appeals }) {
        return appeals.get(appealId);
    }
    deputy({ deputyId }, { deputies }) {
        return deputies.byId.load(deputyId);
    }
    viewerCanModerateComment({ regionCode, comment }, { actor }) {
        return comment !== null && canModerate(actor, { status: 'CLOSED', regionCode, deputyId: null, registeredOn: null, forwardedOutside: false });
    }
    feedbackReceived(feedback, _filter) {
        return feedback;
    }
};
__decorate([
    Query(() => FeedbackConnection, { description: 'Marks that the viewer may see, newest first unless told.' }),
    __param(0, Ctx()),
    __param(1, Info()),
    __param(2, Arg('filter', () => FeedbackFilter, { nullable: true })),
    __param(3, Arg('sort', () => FeedbackSort, { nullable: true })),
    __param(4, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(5, Arg('after', () => String, { nullable: true }))
], FeedbackResolver.prototype, "feedback", null);
__decorate([
    Query(() => FeedbackInvitationType, { nullable: true, description: 'What a link from the mail is about. BAD_USER_INPUT with reason FEEDBACK_LINK_UNKNOWN, _USED or _EXPIRED.' }),
    __param(0, Arg('token', () => String)),
    __param(1, Ctx())
], FeedbackResolver.prototype, "feedbackLink", null);
__decorate([
    Mutation(() => GiveFeedbackPayload, { description: 'The applicant marks an answer; the first mark uses the link up and closes the appeal.' }),
    __param(0, Arg('input', () => GiveFeedbackInput)),
    __param(1, Ctx())
], FeedbackResolver.prototype, "giveFeedback", null);
__decorate([
    Mutation(() => FeedbackPayload, { description: 'Staff decide whether the deputy may read a comment.' }),
    __param(0, Arg('input', () => ModerateCommentInput)),
    __param(1, Ctx())
], FeedbackResolver.prototype, "moderateComment", null);
__decorate([
    FieldResolver(() => AppealType, { description: 'The appeal.' }),
    __param(0, Root()),
    __param(1, Ctx())
], FeedbackResolver.prototype, "appeal", null);
__decorate([
    FieldResolver(() => DeputyType, { description: 'Whose answer it is.' }),
    __param(0, Root()),
    __param(1, Ctx())
], FeedbackResolver.prototype, "deputy", null);
__decorate([
    FieldResolver(() => Boolean, { description: 'Whether the viewer decides about the comment.' }),
    __param(0, Root()),
    __param(1, Ctx())
], FeedbackResolver.prototype, "viewerCanModerateComment", null);
__decorate([
    Subscription(() => FeedbackType, {
        description: 'A mark given or changed within what the viewer may see. Ends with the session.',
        subscribe: ({ args, context }) => live(context, 'feedback.received', ({ id }, { feedbackQueries }) => feedbackQueries.find(id, args.filter)),
    }),
    __param(0, Root()),
    __param(1, Arg('filter', () => FeedbackFilter, { nullable: true }))
], FeedbackResolver.prototype, "feedbackReceived", null);
FeedbackResolver = __decorate([
    Resolver(() => FeedbackType)
], FeedbackResolver);
export { FeedbackResolver };
let AppealFeedbackResolver = class AppealFeedbackResolver {
    feedback({ id }, { feedbackQueries }) {
        return feedbackQueries.ofAppeal.load(id);
    }
};
__decorate([
    FieldResolver(() => [FeedbackType], { description: 'Marks of its answers, oldest first.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealFeedbackResolver.prototype, "feedback", null);
AppealFeedbackResolver = __decorate([
    Resolver(() => AppealType)
], AppealFeedbackResolver);
export { AppealFeedbackResolver };
