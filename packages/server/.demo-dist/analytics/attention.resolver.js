var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/viewer.type.js';
import { staff } from '../shared/allow.js';
import { AttentionType } from './attention.type.js';
let AttentionResolver = class AttentionResolver {
    attention({ actor, attention }) {
        return attention.of(staff(actor));
    }
};
__decorate([
    FieldResolver(() => AttentionType, { description: 'What waits for the viewer today.' }),
    __param(0, Ctx())
], AttentionResolver.prototype, "attention", null);
AttentionResolver = __decorate([
    Resolver(() => ViewerType)
], AttentionResolver);
export { AttentionResolver };
