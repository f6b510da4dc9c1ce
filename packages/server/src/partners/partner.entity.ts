import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant } from '../db/columns.js';
import type { PartnerScope } from '../shared/actor.js';

const PartnerSchema = defineEntity({
  name: 'Partner',
  comment: 'An organisation whose apps use the API with keys',
  // A suspension is heard at once by every server.
  triggers: [{ name: 'partner_changed', timing: 'after', events: ['update'],
    body: "perform pg_notify('voter_deputy', json_build_object('kind', 'partner.changed', 'partnerId', NEW.id, 'keyId', null)::text); return new" }],
  properties: {
    id: id(),
    name: p.string().unique(),
    contactEmail: p.string().comment('Of the organisation, not of a citizen'),
    costPerMinute: p.integer().comment('Units of query cost, over all keys'),
    costPerDay: p.integer(),
    createdAt: instant(),
    suspendedAt: instant().nullable(),
  },
});
/** An organisation with apps of its own. */
export class Partner extends PartnerSchema.class {}
PartnerSchema.setClass(Partner);
export { PartnerSchema };

const PartnerKeySchema = defineEntity({
  name: 'PartnerKey',
  comment: 'A key is kept as its hash: it is shown once',
  triggers: [{ name: 'partner_key_changed', timing: 'after', events: ['update'],
    body: "if NEW.revoked_at is distinct from OLD.revoked_at or NEW.expires_at is distinct from OLD.expires_at then perform pg_notify('voter_deputy', json_build_object('kind', 'partner.changed', 'partnerId', NEW.partner_id, 'keyId', NEW.id)::text); end if; return new" }],
  properties: {
    id: id(),
    partner: () => p.manyToOne(Partner).mapToPk().index(),
    name: p.string(),
    prefix: p.string().comment('The first characters, by which people tell keys apart'),
    keyHash: p.string().unique(),
    scopes: p.array().$type<PartnerScope[]>(),
    createdBy: p.string().nullable().comment('The account; null for the key of the demonstration'),
    createdByName: p.string(),
    createdAt: instant(),
    expiresAt: instant().nullable(),
    successor: p.uuid().nullable().comment('The key that took over: this one works beside it until it expires'),
    revokedAt: instant().nullable(),
    lastUsedAt: instant().nullable().comment('Written at most once a minute'),
  },
});
export class PartnerKey extends PartnerKeySchema.class {}
PartnerKeySchema.setClass(PartnerKey);
export { PartnerKeySchema };

const PartnerUsageDaySchema = defineEntity({
  name: 'PartnerUsageDay',
  comment: 'What a partner used in one day (UTC)',
  properties: {
    partner: () => p.manyToOne(Partner).mapToPk().primary(),
    day: day().primary(),
    requests: p.integer(),
    cost: p.integer(),
    refused: p.integer().comment('Requests over the quota or too dear'),
    failed: p.integer().comment('Requests that gave an error'),
  },
});
export class PartnerUsageDay extends PartnerUsageDaySchema.class {}
PartnerUsageDaySchema.setClass(PartnerUsageDay);
export { PartnerUsageDaySchema };
