var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { ROLES, seesWholeCountry } from '../shared/actor.js';
import { LOCALES } from '../shared/locale.js';
export const RoleEnum = asEnum(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'модератор, координатор, администратор, аналитик, депутат, помощник.' });
export const LocaleEnum = asEnum(LOCALES);
registerEnumType(LocaleEnum, { name: 'Locale', description: 'Languages of the product: Russian and English.' });
let ViewerType = class ViewerType {
    id;
    name;
    email;
    role;
    allRegions;
};
__decorate([
    Field(() => ID, { description: 'Id of the account.' })
], ViewerType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: "The person's name." })
], ViewerType.prototype, "name", void 0);
__decorate([
    Field(() => String, { description: 'The e-mail address by which the person signs in.' })
], ViewerType.prototype, "email", void 0);
__decorate([
    Field(() => RoleEnum, { description: 'What the person does here.' })
], ViewerType.prototype, "role", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether the person sees the whole country; `regions` is empty then.' })
], ViewerType.prototype, "allRegions", void 0);
ViewerType = __decorate([
    ObjectType('Viewer', { simpleResolvers: true, description: 'The signed-in person.' })
], ViewerType);
export { ViewerType };
export const viewerOf = (actor) => ({
    id: actor.accountId,
    name: actor.name,
    email: actor.email,
    role: actor.role,
    allRegions: seesWholeCountry(actor),
    regionCodes: actor.regions,
    deputyId: actor.deputyId,
});
