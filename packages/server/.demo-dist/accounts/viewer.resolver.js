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
import { DeputyType } from '../deputies/deputy.type.js';
import { RegionType } from '../regions/region.type.js';
import { staff } from '../shared/allow.js';
import { LocaleEnum, viewerOf, ViewerType } from './viewer.type.js';
let ViewerResolver = class ViewerResolver {
    me({ actor }) {
        return actor.kind === 'STAFF' ? viewerOf(actor) : null;
    }
    async setLocale(locale, { actor, accounts }) {
        const person = staff(actor);
        await accounts.setLocale(person, locale);
        return viewerOf(person);
    }
    regions(viewer, { reference, locale }) {
        return viewer.regionCodes.flatMap((code) => reference.region(code, locale) ?? []);
    }
    deputy(viewer, { deputies }) {
        return viewer.deputyId === null ? null : deputies.byId.load(viewer.deputyId);
    }
};
__decorate([
    Query(() => ViewerType, { nullable: true, description: 'The signed-in person; null when nobody is signed in.' }),
    __param(0, Ctx())
], ViewerResolver.prototype, "me", null);
__decorate([
    Mutation(() => ViewerType, { description: "The language of the person's mails. UNAUTHENTICATED when nobody is signed in." }),
    __param(0, Arg('locale', () => LocaleEnum)),
    __param(1, Ctx())
], ViewerResolver.prototype, "setLocale", null);
__decorate([
    FieldResolver(() => [RegionType], { description: 'The regions of a moderator or coordinator; empty for everyone else.' }),
    __param(0, Root()),
    __param(1, Ctx())
], ViewerResolver.prototype, "regions", null);
__decorate([
    FieldResolver(() => DeputyType, { nullable: true, description: 'The deputy whose appeals a deputy or aide works on; null for everyone else.' }),
    __param(0, Root()),
    __param(1, Ctx())
], ViewerResolver.prototype, "deputy", null);
ViewerResolver = __decorate([
    Resolver(() => ViewerType)
], ViewerResolver);
export { ViewerResolver };
