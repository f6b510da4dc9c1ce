var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { selects } from '../graphql/selection.js';
import { MailConnection, MailType, OutboxFilter } from './mail.type.js';
let OutboxResolver = class OutboxResolver {
    outbox({ outbox }, info, filter, first, after) {
        return outbox.list(filter, first, after, selects(info, 'totalCount'));
    }
};
__decorate([
    Query(() => MailConnection, { description: 'Mails that were sent or are kept, newest first; for the administrator.' }),
    __param(0, Ctx()),
    __param(1, Info()),
    __param(2, Arg('filter', () => OutboxFilter, { nullable: true, description: 'Which ones.' })),
    __param(3, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(4, Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }))
], OutboxResolver.prototype, "outbox", null);
OutboxResolver = __decorate([
    Resolver(() => MailType)
], OutboxResolver);
export { OutboxResolver };
