import { isDeputySide, type StaffActor } from '../shared/actor.js';

/** Whose a template is: everybody's of a representative body, of a faction, or of one deputy and that deputy's aides. */
export const TEMPLATE_SCOPES = ['BODY', 'FACTION', 'PERSON'] as const;
export type TemplateScope = (typeof TEMPLATE_SCOPES)[number];

/** What it is put into: a deputy's answer, or a moderator's rejection. */
export const TEMPLATE_PURPOSES = ['ANSWER', 'REJECTION'] as const;
export type TemplatePurpose = (typeof TEMPLATE_PURPOSES)[number];

/** What of a template decides who may change it. */
export interface TemplateFacts {
  readonly scope: TemplateScope;
  readonly regionCode: string;
  readonly deputyId: string | null;
}

/** A coordinator keeps those of the bodies and factions of the own regions; a deputy and the deputy's aides keep their own. */
export function canChangeTemplate(actor: StaffActor, { scope, regionCode, deputyId }: TemplateFacts): boolean {
  if (scope === 'PERSON') return isDeputySide(actor) && actor.deputyId !== null && actor.deputyId === deputyId;
  return actor.role === 'ADMINISTRATOR' || (actor.role === 'COORDINATOR' && actor.regions.includes(regionCode));
}
