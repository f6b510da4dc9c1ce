var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Int, ObjectType } from 'type-graphql';
let AttentionType = class AttentionType {
    submitted;
    registrationOverdue;
    clarification;
    registered;
    inProgress;
    dueToday;
    atRisk;
    late;
    reopened;
    comments;
    feedbackLastWeek;
    mailFailed;
};
__decorate([
    Field(() => Int, { description: 'Waiting for a moderator.' })
], AttentionType.prototype, "submitted", void 0);
__decorate([
    Field(() => Int, { description: 'Waiting for a moderator longer than the policy allows.' })
], AttentionType.prototype, "registrationOverdue", void 0);
__decorate([
    Field(() => Int, { description: 'Waiting for a clarification of the applicant.' })
], AttentionType.prototype, "clarification", void 0);
__decorate([
    Field(() => Int, { description: 'Registered, not yet begun.' })
], AttentionType.prototype, "registered", void 0);
__decorate([
    Field(() => Int, { description: 'In progress.' })
], AttentionType.prototype, "inProgress", void 0);
__decorate([
    Field(() => Int, { description: 'Due today.' })
], AttentionType.prototype, "dueToday", void 0);
__decorate([
    Field(() => Int, { description: 'Due within 1 to 5 days.' })
], AttentionType.prototype, "atRisk", void 0);
__decorate([
    Field(() => Int, { description: 'Overdue and open.' })
], AttentionType.prototype, "late", void 0);
__decorate([
    Field(() => Int, { description: 'Reopened.' })
], AttentionType.prototype, "reopened", void 0);
__decorate([
    Field(() => Int, { description: 'Comments to marks that staff have not read.' })
], AttentionType.prototype, "comments", void 0);
__decorate([
    Field(() => Int, { description: 'Marks of the last 7 days.' })
], AttentionType.prototype, "feedbackLastWeek", void 0);
__decorate([
    Field(() => Int, { description: 'Mails that could not be sent; for the administrator.' })
], AttentionType.prototype, "mailFailed", void 0);
AttentionType = __decorate([
    ObjectType('Attention', { simpleResolvers: true, description: 'What waits for the viewer today, within what the viewer may see; each count has a list with the same filter.' })
], AttentionType);
export { AttentionType };
