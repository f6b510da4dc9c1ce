import { LockMode } from '@mikro-orm/core';
import { LIMITS } from '../appeals/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { conflict, notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import { Template } from './template.entity.js';
import { TEMPLATE_FIELDS, wrongFields } from './template-fields.js';
import { canChangeTemplate, type TemplateFacts, type TemplatePurpose } from './templates.policy.js';
import type { ChangeTemplateInput, CreateTemplateInput } from './template.type.js';

const MAX_TITLE = 100;
/** The most templates of one body, faction or deputy that are offered at once: a picker shows them all. */
export const MAX_TEMPLATES = 100;

type Owner = TemplateFacts & { bodyId: string | null; factionId: string | null };

/** Makes, changes and puts away templates. */
export class TemplatesService {
  constructor(private readonly orm: Orm, private readonly reference: Reference, private readonly actor: Actor, private readonly clock: Clock) {}

  /** @returns the new template's id */
  async create(input: CreateTemplateInput): Promise<string> {
    const author = staff(this.actor);
    const refusals: Refusal[] = [];
    const owner = await this.ownerOf(author, input, refusals);
    if (owner) allow(canChangeTemplate(author, owner));
    if (input.scope === 'PERSON' && input.purpose === 'REJECTION') refusals.push(new Refusal('TEMPLATE_PURPOSE_WRONG', 'purpose'));
    const words = checkedWords(input, input.purpose, refusals);
    refuse(refusals);
    const id = newId();
    const at = this.clock.now();
    await transaction(this.orm, author, async (em) => {
      const { scope, regionCode: region, bodyId: body, factionId: faction, deputyId: deputy } = owner!;
      await this.assertRoom(em, { scope, body, faction, deputy });
      em.persist(em.create(Template, {
        id, scope, purpose: input.purpose, region, body, faction, deputy, ...words, createdAt: at, createdByName: author.name, changedAt: at, changedByName: author.name,
      }));
    });
    return id;
  }

  async change(input: ChangeTemplateInput): Promise<string> {
    return this.onTemplate(input.id, (template, author) => {
      if (template.version !== input.version) throw conflict();
      const refusals: Refusal[] = [];
      const words = checkedWords(input, template.purpose, refusals);
      refuse(refusals);
      Object.assign(template, words, { changedByName: author.name, changedAt: this.clock.now() });
      return Promise.resolve();
    });
  }

  /** Offered no more, or again. */
  async archive(id: string, archived: boolean): Promise<string> {
    return this.onTemplate(id, async (template, author, em) => {
      if ((template.archivedAt !== null && template.archivedAt !== undefined) === archived) return;
      const at = this.clock.now();
      if (!archived) await this.assertRoom(em, { scope: template.scope, body: template.body ?? null, faction: template.faction ?? null, deputy: template.deputy ?? null });
      Object.assign(template, { archivedAt: archived ? at : null, changedAt: at, changedByName: author.name });
    });
  }

  private async onTemplate(id: string, change: (template: Template, author: StaffActor, em: Em) => Promise<void>): Promise<string> {
    const author = staff(this.actor);
    await transaction(this.orm, author, async (em) => {
      const template = await em.findOne(Template, asId(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!template) throw notFound();
      const mayChange = canChangeTemplate(author, { scope: template.scope, regionCode: template.region, deputyId: template.deputy ?? null });
      // A person's own templates are seen by nobody else.
      if (!mayChange && template.scope === 'PERSON') throw notFound();
      allow(mayChange);
      await change(template, author, em);
    });
    return id;
  }

  private async assertRoom(em: Em, owner: { scope: Template['scope']; body: string | null; faction: string | null; deputy: string | null }): Promise<void> {
    if (await em.count(Template, { ...owner, archivedAt: null }) >= MAX_TEMPLATES) throw new Refusal('TEMPLATES_TOO_MANY', null, { max: MAX_TEMPLATES });
  }

  /** What a template will belong to; null with a refusal where it names nothing. */
  private async ownerOf(author: StaffActor, { scope, bodyId, factionId }: CreateTemplateInput, refusals: Refusal[]): Promise<Owner | null> {
    if (scope === 'PERSON') {
      const deputyId = author.deputyId;
      allow(deputyId !== null);
      const { region_code: regionCode } = await rowsFor(this.orm, author).selectFrom('deputy').where('id', '=', deputyId!).select('region_code').executeTakeFirstOrThrow();
      return { scope, regionCode, bodyId: null, factionId: null, deputyId };
    }
    const body = scope === 'BODY' ? this.reference.body(bodyId ?? '', 'ru') : this.reference.bodies('ru').find(({ factions }) => factions.some(({ id }) => id === factionId));
    if (!body) {
      refusals.push(scope === 'BODY' ? new Refusal('TEMPLATE_BODY_UNKNOWN', 'bodyId') : new Refusal('TEMPLATE_FACTION_UNKNOWN', 'factionId'));
      return null;
    }
    return { scope, regionCode: body.regionCode, bodyId: scope === 'BODY' ? body.id : null, factionId: scope === 'FACTION' ? factionId! : null, deputyId: null };
  }
}

function checkedWords({ title, text }: { title: string; text: string }, purpose: TemplatePurpose, refusals: Refusal[]): { title: string; text: string } {
  const words = {
    title: checkText(title, { field: 'title', max: MAX_TITLE, empty: 'TEMPLATE_TITLE_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals),
    text: checkText(text, { field: 'text', max: purpose === 'REJECTION' ? LIMITS.reason : LIMITS.answer, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals),
  };
  const wrong = wrongFields(words.text);
  if (wrong) refusals.push(new Refusal(wrong.code, 'text', { field: wrong.field, known: Object.values(TEMPLATE_FIELDS).map(([name]) => `{${name}}`).join(', ') }));
  return words;
}
