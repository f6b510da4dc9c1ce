var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Ctx, Query, Resolver } from 'type-graphql';
import { RolloutType } from './rollout.type.js';
let RolloutResolver = class RolloutResolver {
    rollout({ rollout }) {
        return rollout.overview();
    }
};
__decorate([
    Query(() => RolloutType, { description: 'The roll-out: plan against fact, regions by stage, growth by day. Public: it holds no personal data.' }),
    __param(0, Ctx())
], RolloutResolver.prototype, "rollout", null);
RolloutResolver = __decorate([
    Resolver()
], RolloutResolver);
export { RolloutResolver };
