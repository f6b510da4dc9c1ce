var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Int, ObjectType } from 'type-graphql';
import { RoleEnum } from './viewer.type.js';
let DemoAccountType = class DemoAccountType {
    email;
    password;
    role;
};
__decorate([
    Field(() => String, { description: 'E-mail address to sign in with.' })
], DemoAccountType.prototype, "email", void 0);
__decorate([
    Field(() => String, { description: 'Password, known to everyone.' })
], DemoAccountType.prototype, "password", void 0);
__decorate([
    Field(() => RoleEnum, { description: 'What the account may do.' })
], DemoAccountType.prototype, "role", void 0);
DemoAccountType = __decorate([
    ObjectType('DemoAccount', { simpleResolvers: true, description: 'A ready account of a demonstration.' })
], DemoAccountType);
export { DemoAccountType };
let ConsentType = class ConsentType {
    version;
    text;
};
__decorate([
    Field(() => String, { description: 'The day from which this text is asked; kept on each appeal.' })
], ConsentType.prototype, "version", void 0);
__decorate([
    Field(() => String, { description: "The text, in the request's language." })
], ConsentType.prototype, "text", void 0);
ConsentType = __decorate([
    ObjectType('Consent', { simpleResolvers: true, description: 'What an applicant agrees to before an appeal is taken.' })
], ConsentType);
export { ConsentType };
let LimitsType = class LimitsType {
    subject;
    text;
    comment;
    reason;
    name;
    answer;
};
__decorate([
    Field(() => Int, { description: 'Subject of an appeal.' })
], LimitsType.prototype, "subject", void 0);
__decorate([
    Field(() => Int, { description: 'Text of an appeal, and of a clarification.' })
], LimitsType.prototype, "text", void 0);
__decorate([
    Field(() => Int, { description: "The applicant's comment to a mark." })
], LimitsType.prototype, "comment", void 0);
__decorate([
    Field(() => Int, { description: 'Reason of a move.' })
], LimitsType.prototype, "reason", void 0);
__decorate([
    Field(() => Int, { description: "The applicant's name." })
], LimitsType.prototype, "name", void 0);
__decorate([
    Field(() => Int, { description: "A deputy's answer." })
], LimitsType.prototype, "answer", void 0);
LimitsType = __decorate([
    ObjectType('Limits', { simpleResolvers: true, description: 'The longest texts that are accepted, in characters.' })
], LimitsType);
export { LimitsType };
let AboutType = class AboutType {
    serviceName;
    accent;
    demonstration;
    demoAccounts;
    consent;
    limits;
};
__decorate([
    Field(() => String, { description: 'Name of the service, a setting.' })
], AboutType.prototype, "serviceName", void 0);
__decorate([
    Field(() => String, { description: 'Accent colour as #rrggbb, a setting.' })
], AboutType.prototype, "accent", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether this is a demonstration with invented data.' })
], AboutType.prototype, "demonstration", void 0);
__decorate([
    Field(() => [DemoAccountType], { description: 'Accounts to try; empty outside a demonstration.' })
], AboutType.prototype, "demoAccounts", void 0);
__decorate([
    Field(() => ConsentType, { description: 'The consent that the intake form asks for today.' })
], AboutType.prototype, "consent", void 0);
__decorate([
    Field(() => LimitsType, { description: 'The longest texts that are accepted.' })
], AboutType.prototype, "limits", void 0);
AboutType = __decorate([
    ObjectType('About', { simpleResolvers: true, description: 'What a page needs to know of this installation before anyone signs in.' })
], AboutType);
export { AboutType };
