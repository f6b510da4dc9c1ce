var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import { answerDeadline } from './deadline.js';
import { deadlineInWords } from './deadline.texts.js';
import { AppealFilter, AppealSort } from './appeal.inputs.js';
import { REJECT_REASONS } from './appeal.lifecycle.js';
import { AnswerDraftType, AppealConnection, AppealMoveEnum, AppealType, DeadlineType, HistoryEntryType, MessageType, QuestionType, } from './appeal.type.js';
import { availableMoves, canAnswer, canDraft, canModerate, canOpenContacts } from './appeals.policy.js';
import { rejectReasonIn } from './reject-reasons.js';
import { RejectReasonType } from './tracked.type.js';
let AppealResolver = class AppealResolver {
    appeals({ actor, appeals }, info, filter, sort, first, after) {
        staff(actor);
        return appeals.list(filter, sort, first, after, { total: selects(info, 'totalCount'), deputy: selects(info, 'edges.node.deputy') });
    }
    appeal(id, { actor, appeals }) {
        staff(actor);
        return appeals.get(id);
    }
    rejectReasons({ locale }) {
        return REJECT_REASONS.filter((code) => code !== 'NO_CLARIFICATION').map((code) => rejectReasonIn(code, locale));
    }
    deadline(appeal, { rules, locale }) {
        if (!appeal.registeredOn)
            return null;
        const { registeredOn, pausedDays, extensionDays } = appeal;
        return deadlineInWords(answerDeadline({ registeredOn, policy: rules.policy(appeal.policyId), calendar: rules.calendar, pausedDays, extensionDays }), locale);
    }
    questions({ id }, { appealsLoaders }) {
        return appealsLoaders.questions.load(id);
    }
    messages({ id }, { appealsLoaders }) {
        return appealsLoaders.messages.load(id);
    }
    history({ id }, { appealsLoaders }) {
        return appealsLoaders.history.load(id);
    }
    async draft(appeal, { actor, appealsLoaders }) {
        if (!canDraft(actor, appeal))
            return null;
        return (await appealsLoaders.drafts.load(appeal.id))[0] ?? null;
    }
    availableMoves(appeal, { actor }) {
        return availableMoves(actor, appeal);
    }
    viewerCanModerate(appeal, { actor }) {
        return canModerate(actor, appeal);
    }
    viewerCanAnswer(appeal, { actor }) {
        return canAnswer(actor, appeal);
    }
    viewerCanDraft(appeal, { actor }) {
        return canDraft(actor, appeal);
    }
    viewerCanOpenContacts(appeal, { actor }) {
        return canOpenContacts(actor, appeal);
    }
};
__decorate([
    Query(() => AppealConnection, { description: 'Appeals that the viewer may see, newest first unless told. UNAUTHENTICATED without a session.' }),
    __param(0, Ctx()),
    __param(1, Info()),
    __param(2, Arg('filter', () => AppealFilter, { nullable: true })),
    __param(3, Arg('sort', () => AppealSort, { nullable: true })),
    __param(4, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(5, Arg('after', () => String, { nullable: true }))
], AppealResolver.prototype, "appeals", null);
__decorate([
    Query(() => AppealType, { nullable: true, description: 'One appeal. NOT_FOUND also when it is not the viewer\'s to see.' }),
    __param(0, Arg('id', () => ID)),
    __param(1, Ctx())
], AppealResolver.prototype, "appeal", null);
__decorate([
    Query(() => [RejectReasonType], { description: 'Reasons to reject, with texts in the language of the request.' }),
    __param(0, Ctx())
], AppealResolver.prototype, "rejectReasons", null);
__decorate([
    FieldResolver(() => DeadlineType, { nullable: true, description: 'Why the deadline is this day; null before registration.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "deadline", null);
__decorate([
    FieldResolver(() => [QuestionType], { description: 'Its questions, in order; none before registration.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "questions", null);
__decorate([
    FieldResolver(() => [MessageType], { description: 'The thread with the applicant, oldest first.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "messages", null);
__decorate([
    FieldResolver(() => [HistoryEntryType], { description: 'Everything that happened, oldest first.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "history", null);
__decorate([
    FieldResolver(() => AnswerDraftType, { nullable: true, description: 'The draft of the answer; for the deputy and the aide alone.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "draft", null);
__decorate([
    FieldResolver(() => [AppealMoveEnum], { description: 'What this viewer may do now.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "availableMoves", null);
__decorate([
    FieldResolver(() => Boolean, { description: 'Whether moderation of this appeal is the viewer\'s job.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "viewerCanModerate", null);
__decorate([
    FieldResolver(() => Boolean, { description: 'Whether the viewer may sign an answer now.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "viewerCanAnswer", null);
__decorate([
    FieldResolver(() => Boolean, { description: 'Whether the viewer may draft an answer now.' }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "viewerCanDraft", null);
__decorate([
    FieldResolver(() => Boolean, { description: "Whether the viewer may open the applicant's contacts; that is put on record." }),
    __param(0, Root()),
    __param(1, Ctx())
], AppealResolver.prototype, "viewerCanOpenContacts", null);
AppealResolver = __decorate([
    Resolver(() => AppealType)
], AppealResolver);
export { AppealResolver };
