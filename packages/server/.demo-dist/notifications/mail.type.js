var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { MAIL_KINDS, MAIL_STATES } from './mail.entity.js';
export const MailKindEnum = asEnum(MAIL_KINDS);
registerEnumType(MailKindEnum, { name: 'MailKind', description: 'What a mail tells its reader.' });
export const MailStateEnum = asEnum(MAIL_STATES);
registerEnumType(MailStateEnum, {
    name: 'MailState',
    description: 'What became of a mail.',
    valuesConfig: {
        KEPT: { description: 'There is no mail server, so it is kept here and can be read.' },
        WAITING: { description: 'It will be sent, or sent again after a failed attempt.' },
        SENT: { description: 'The mail server took it; its text was erased here.' },
        FAILED: { description: 'It could not be sent.' },
    },
});
let MailType = class MailType {
    id;
    kind;
    state;
    to;
    subject;
    text;
    html;
    createdAt;
    sentAt;
    error;
    appealNumber;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], MailType.prototype, "id", void 0);
__decorate([
    Field(() => MailKindEnum, { description: 'What it tells.' })
], MailType.prototype, "kind", void 0);
__decorate([
    Field(() => MailStateEnum, { description: 'What became of it.' })
], MailType.prototype, "state", void 0);
__decorate([
    Field(() => String, { description: 'The address, all but its first letter and its domain hidden: contacts are opened on the appeal, where each view is on record.' })
], MailType.prototype, "to", void 0);
__decorate([
    Field(() => String, { description: 'The subject.' })
], MailType.prototype, "subject", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'The text part; only while KEPT, since it holds links that are secrets of its reader.' })
], MailType.prototype, "text", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'The HTML part; only while KEPT.' })
], MailType.prototype, "html", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was written.' })
], MailType.prototype, "createdAt", void 0);
__decorate([
    Field(() => DateTimeScalar, { nullable: true, description: 'When the mail server took it.' })
], MailType.prototype, "sentAt", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'What the mail server said at the last failed attempt, without addresses.' })
], MailType.prototype, "error", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Number of the appeal that it is about.' })
], MailType.prototype, "appealNumber", void 0);
MailType = __decorate([
    ObjectType('Mail', { simpleResolvers: true, description: 'A mail to an applicant or a person of the console.' })
], MailType);
export { MailType };
export const MailConnection = connectionOf('Mail', () => MailType);
let OutboxFilter = class OutboxFilter {
    search;
    kind;
    state;
};
__decorate([
    Field(() => String, { nullable: true, description: 'A part of the subject (the number of the appeal stands there), or a whole address.' })
], OutboxFilter.prototype, "search", void 0);
__decorate([
    Field(() => [MailKindEnum], { nullable: true, description: 'Kinds.' })
], OutboxFilter.prototype, "kind", void 0);
__decorate([
    Field(() => MailStateEnum, { nullable: true, description: 'One state.' })
], OutboxFilter.prototype, "state", void 0);
OutboxFilter = __decorate([
    InputType('OutboxFilter', { description: 'Which mails; what is left out does not restrict.' })
], OutboxFilter);
export { OutboxFilter };
