var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { selects } from '../graphql/selection.js';
import { BodyLevelEnum } from '../regions/region.type.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { DeputyConnection, DeputyFilter, DeputySort, DeputyType, RepresentativeBodyType } from './deputy.type.js';
let DeputyResolver = class DeputyResolver {
    deputies({ deputies }, info, filter, sort, first, after) {
        return deputies.list(filter, sort, first, after, selects(info, 'totalCount'));
    }
    async deputy(id, { deputies }) {
        const found = await deputies.byId.load(asId(id));
        if (!found)
            throw notFound();
        return found;
    }
    bodies({ reference, locale }, regionCode, level) {
        return reference.bodies(locale).filter((body) => (!regionCode || body.regionCode === regionCode) && (!level || body.level === level));
    }
};
__decorate([
    Query(() => DeputyConnection, { description: 'The public directory of deputies at work; sorted by name unless told.' }),
    __param(0, Ctx()),
    __param(1, Info()),
    __param(2, Arg('filter', () => DeputyFilter, { nullable: true })),
    __param(3, Arg('sort', () => DeputySort, { nullable: true })),
    __param(4, Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' })),
    __param(5, Arg('after', () => String, { nullable: true }))
], DeputyResolver.prototype, "deputies", null);
__decorate([
    Query(() => DeputyType, { nullable: true, description: 'One deputy. NOT_FOUND when there is none.' }),
    __param(0, Arg('id', () => ID)),
    __param(1, Ctx())
], DeputyResolver.prototype, "deputy", null);
__decorate([
    Query(() => [RepresentativeBodyType], { description: 'Representative bodies, by region and level.' }),
    __param(0, Ctx()),
    __param(1, Arg('regionCode', () => String, { nullable: true })),
    __param(2, Arg('level', () => BodyLevelEnum, { nullable: true }))
], DeputyResolver.prototype, "bodies", null);
DeputyResolver = __decorate([
    Resolver(() => DeputyType)
], DeputyResolver);
export { DeputyResolver };
