var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payload } from '../graphql/payload.js';
import { ClarifyAppealInput, SubmitAppealInput, WithdrawAppealInput } from './appeal.inputs.js';
import { SubmitAppealPayload, TrackedAppealPayload, TrackedAppealType, TrackedFeedbackType } from './tracked.type.js';
let ApplicantResolver = class ApplicantResolver {
    submitAppeal(input, { locale, submission }) {
        return payload(locale, () => submission.submit(input));
    }
    trackAppeal(number, code, { tracking }) {
        return tracking.track(number, code);
    }
    clarifyAppeal(input, { locale, tracking }) {
        return payload(locale, async () => ({ appeal: await tracking.clarify(input) }));
    }
    withdrawAppeal(input, { locale, tracking }) {
        return payload(locale, async () => ({ appeal: await tracking.withdraw(input) }));
    }
    feedback({ id }, { feedbackQueries }) {
        return feedbackQueries.lastOf(id);
    }
};
__decorate([
    Mutation(() => SubmitAppealPayload, { description: 'Sends an appeal; no account is needed. Give a clientKey, and a repeated request makes no second appeal.' }),
    __param(0, Arg('input', () => SubmitAppealInput)),
    __param(1, Ctx())
], ApplicantResolver.prototype, "submitAppeal", null);
__decorate([
    Query(() => TrackedAppealType, { nullable: true, description: 'An appeal by number and code. NOT_FOUND for every wrong pair.' }),
    __param(0, Arg('number', () => String)),
    __param(1, Arg('code', () => String)),
    __param(2, Ctx())
], ApplicantResolver.prototype, "trackAppeal", null);
__decorate([
    Mutation(() => TrackedAppealPayload, { description: "The applicant replies to the moderator's question." }),
    __param(0, Arg('input', () => ClarifyAppealInput)),
    __param(1, Ctx())
], ApplicantResolver.prototype, "clarifyAppeal", null);
__decorate([
    Mutation(() => TrackedAppealPayload, { description: 'The applicant takes an open appeal back.' }),
    __param(0, Arg('input', () => WithdrawAppealInput)),
    __param(1, Ctx())
], ApplicantResolver.prototype, "withdrawAppeal", null);
__decorate([
    FieldResolver(() => TrackedFeedbackType, { nullable: true, description: 'The mark of the last answer, if there is one.' }),
    __param(0, Root()),
    __param(1, Ctx())
], ApplicantResolver.prototype, "feedback", null);
ApplicantResolver = __decorate([
    Resolver(() => TrackedAppealType)
], ApplicantResolver);
export { ApplicantResolver };
