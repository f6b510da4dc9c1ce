import { Ctx, Query, Resolver } from 'type-graphql';
import { CONSENT, CONSENTS, LIMITS } from '../appeals/index.js';
import type { Context } from '../graphql/context.js';
import { AboutType } from './about.type.js';
import { DEMO_ACCOUNTS } from './demo-accounts.js';

@Resolver(() => AboutType)
export class AboutResolver {
  @Query(() => AboutType, { description: 'This installation, for everyone: name, colour, consent, limits.' })
  about(@Ctx() { config, locale }: Context): AboutType {
    return {
      serviceName: config.serviceName,
      accent: config.partyAccent,
      demonstration: config.demo,
      demoAccounts: config.demo ? [...DEMO_ACCOUNTS] : [],
      signInProviders: config.oidc ? [{ id: config.oidc.id, name: config.oidc.name }] : [],
      consent: { version: CONSENT.version, text: CONSENT.text[locale] },
      consents: CONSENTS.map(({ version, text }) => ({ version, text: text[locale] })),
      limits: LIMITS,
    };
  }
}
