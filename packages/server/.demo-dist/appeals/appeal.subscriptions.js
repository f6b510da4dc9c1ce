var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { live } from '../graphql/live.js';
import { asId } from '../shared/ids.js';
import { AppealFilter } from './appeal.inputs.js';
import { AppealType } from './appeal.type.js';
let AppealSubscriptions = class AppealSubscriptions {
    appealSubmitted(appeal, _filter) {
        return appeal;
    }
    appealChanged(appeal, _id, _filter, _context) {
        return appeal;
    }
};
__decorate([
    Subscription(() => AppealType, {
        description: 'An appeal submitted within what the viewer may see and the filter finds. Ends with the session.',
        subscribe: ({ args, context }) => live(context, 'appeal.submitted', ({ id }, { appeals }) => appeals.find(id, args.filter)),
    }),
    __param(0, Root()),
    __param(1, Arg('filter', () => AppealFilter, { nullable: true }))
], AppealSubscriptions.prototype, "appealSubmitted", null);
__decorate([
    Subscription(() => AppealType, {
        description: 'A change of an appeal within what the viewer may see; of one appeal with `id`. Ends with the session.',
        subscribe: ({ args, context }) => {
            const { id: only, filter } = args;
            if (only)
                asId(only);
            return live(context, 'appeal.changed', ({ id }, { appeals }) => (only && only !== id ? null : appeals.find(id, filter)));
        },
    }),
    __param(0, Root()),
    __param(1, Arg('id', () => ID, { nullable: true })),
    __param(2, Arg('filter', () => AppealFilter, { nullable: true })),
    __param(3, Ctx())
], AppealSubscriptions.prototype, "appealChanged", null);
AppealSubscriptions = __decorate([
    Resolver()
], AppealSubscriptions);
export { AppealSubscriptions };
