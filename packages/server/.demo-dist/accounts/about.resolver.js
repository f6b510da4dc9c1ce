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
import { CONSENT, LIMITS } from '../appeals/index.js';
import { AboutType } from './about.type.js';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
let AboutResolver = class AboutResolver {
    about({ config, locale }) {
        return {
            serviceName: config.serviceName,
            accent: config.partyAccent,
            demonstration: config.demo,
            demoAccounts: config.demo ? [...DEMO_ACCOUNTS] : [],
            consent: { version: CONSENT.version, text: CONSENT.text[locale] },
            limits: LIMITS,
        };
    }
};
__decorate([
    Query(() => AboutType, { description: 'This installation, for everyone: name, colour, consent, limits.' }),
    __param(0, Ctx())
], AboutResolver.prototype, "about", null);
AboutResolver = __decorate([
    Resolver(() => AboutType)
], AboutResolver);
export { AboutResolver };
