var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ObjectType } from 'type-graphql';
import { messageOf } from '../shared/messages.js';
import { Refusal, Refusals } from '../shared/refusal.js';
let UserErrorType = class UserErrorType {
    code;
    field;
    message;
};
__decorate([
    Field(() => String, { description: 'Stable code, for programs: TEXT_TOO_LONG, REGION_NOT_OPEN …' })
], UserErrorType.prototype, "code", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Path of the input field at fault, such as `applicant.email` or `questions.0.result`; null when it is the whole.' })
], UserErrorType.prototype, "field", void 0);
__decorate([
    Field(() => String, { description: 'The same as a sentence in the language of Accept-Language.' })
], UserErrorType.prototype, "message", void 0);
UserErrorType = __decorate([
    ObjectType('UserError', { simpleResolvers: true, description: 'What a person can correct: nothing was changed.' })
], UserErrorType);
export { UserErrorType };
/** Runs a mutation: a domain refusal becomes `errors` of the payload, anything else stays an exception. */
export async function payload(locale, run) {
    try {
        return { ...(await run()), errors: [] };
    }
    catch (error) {
        const refusals = error instanceof Refusals ? error.refusals : error instanceof Refusal ? [error] : null;
        if (!refusals)
            throw error;
        return {
            errors: refusals.map(({ code, field, params }) => ({ code, field, message: messageOf(code, locale, params) })),
        };
    }
}
