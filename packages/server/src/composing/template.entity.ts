import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Faction, RepresentativeBody } from '../deputies/body.entity.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { Region } from '../regions/region.entity.js';
import { TEMPLATE_PURPOSES, TEMPLATE_SCOPES } from './templates.policy.js';

const TemplateSchema = defineEntity({
  name: 'Template',
  comment: 'A text with fields that an answer or a rejection can begin with; it belongs to a body, a faction or a deputy',
  indexes: [
    { properties: ['region', 'changedAt', 'id'] },
    { properties: ['changedAt', 'id'] },
    { properties: ['deputy'] },
    { properties: ['body'] },
    { properties: ['faction'] },
  ],
  checks: [{ name: 'template_owner_check', expression: `((scope = 'BODY'::text) = (body_id IS NOT NULL)) AND ((scope = 'FACTION'::text) = (faction_id IS NOT NULL)) AND ((scope = 'PERSON'::text) = (deputy_id IS NOT NULL))` }],
  properties: {
    id: id(),
    scope: oneOf(TEMPLATE_SCOPES),
    purpose: oneOf(TEMPLATE_PURPOSES),
    region: () => p.manyToOne(Region).mapToPk(),
    body: () => p.manyToOne(RepresentativeBody).mapToPk().nullable().deleteRule('restrict'),
    faction: () => p.manyToOne(Faction).mapToPk().nullable().deleteRule('restrict'),
    deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict'),
    title: p.string(),
    text: p.text(),
    createdAt: instant(),
    createdByName: p.string(),
    changedAt: instant(),
    changedByName: p.string(),
    archivedAt: instant().nullable().comment('Offered no more; what was written with it stays'),
    version: p.integer().version(),
  },
});
export class Template extends TemplateSchema.class {}
TemplateSchema.setClass(Template);
export { TemplateSchema };
