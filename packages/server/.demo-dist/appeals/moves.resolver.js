var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { payload } from '../graphql/payload.js';
import { AnswerAppealInput, BeginAppealInput, RegisterAppealInput, RejectAppealInput, RequestClarificationInput, SaveAnswerDraftInput } from './appeal.inputs.js';
import { AnswerDraftPayload, AppealPayload, ContactsPayload } from './tracked.type.js';
/** Runs a move and reads the appeal back through the same row that queries show. */
const moved = ({ locale, appeals, appealsLoaders }, run) => payload(locale, async () => {
    const id = await run();
    appealsLoaders.clear(id);
    return { appeal: await appeals.fresh(id) };
});
let MovesResolver = class MovesResolver {
    registerAppeal(input, ctx) {
        return moved(ctx, () => ctx.moderation.register(input));
    }
    rejectAppeal(input, ctx) {
        return moved(ctx, () => ctx.moderation.reject(input));
    }
    requestClarification(input, ctx) {
        return moved(ctx, () => ctx.moderation.requestClarification(input));
    }
    beginAppeal(input, ctx) {
        return moved(ctx, () => ctx.answering.begin(input));
    }
    answerAppeal(input, ctx) {
        return moved(ctx, () => ctx.answering.answer(input));
    }
    saveAnswerDraft(input, { locale, answering, appealsLoaders }) {
        return payload(locale, async () => ({ draft: (await appealsLoaders.drafts.clear(input.appealId).load(await answering.saveDraft(input)))[0] }));
    }
    openContacts(appealId, { locale, moderation, orm }) {
        return payload(locale, async () => ({ contacts: await moderation.openContacts(appealId, orm.em.fork()) }));
    }
};
__decorate([
    Mutation(() => AppealPayload, { description: 'A moderator accepts an appeal: topic, deputy, deadline.' }),
    __param(0, Arg('input', () => RegisterAppealInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "registerAppeal", null);
__decorate([
    Mutation(() => AppealPayload, { description: 'A moderator rejects an appeal, with a reason and a text for the applicant.' }),
    __param(0, Arg('input', () => RejectAppealInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "rejectAppeal", null);
__decorate([
    Mutation(() => AppealPayload, { description: 'A moderator asks the applicant to clarify.' }),
    __param(0, Arg('input', () => RequestClarificationInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "requestClarification", null);
__decorate([
    Mutation(() => AppealPayload, { description: 'The deputy or the aide takes an appeal in hand.' }),
    __param(0, Arg('input', () => BeginAppealInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "beginAppeal", null);
__decorate([
    Mutation(() => AppealPayload, { description: 'The deputy signs an answer with a result for every question; it goes to the applicant.' }),
    __param(0, Arg('input', () => AnswerAppealInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "answerAppeal", null);
__decorate([
    Mutation(() => AnswerDraftPayload, { description: 'Keeps the draft of an answer; deputy and aide share it.' }),
    __param(0, Arg('input', () => SaveAnswerDraftInput)),
    __param(1, Ctx())
], MovesResolver.prototype, "saveAnswerDraft", null);
__decorate([
    Mutation(() => ContactsPayload, { description: "Shows the applicant's contacts and puts on record who looked." }),
    __param(0, Arg('appealId', () => ID)),
    __param(1, Ctx())
], MovesResolver.prototype, "openContacts", null);
MovesResolver = __decorate([
    Resolver()
], MovesResolver);
export { MovesResolver };
