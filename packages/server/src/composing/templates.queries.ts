import { sql, type Expression, type SqlBool } from 'kysely';
import { canDraft, canModerate, type AppealRow } from '../appeals/index.js';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { BodyRow, FactionRow, Reference, RegionRow } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { messageDay } from '../shared/day.texts.js';
import { localDay, type Day } from '../shared/day.js';
import { badInput, notFound } from '../shared/failures.js';
import type { Locale } from '../shared/locale.js';
import { addressIn, filled, inCommon, politeName, type FieldValues } from './template-fields.js';
import type { TemplateFilter } from './template.type.js';
import { canChangeTemplate, type TemplatePurpose, type TemplateScope } from './templates.policy.js';

/** A template as the API shows it. */
export interface TemplateRow {
  id: string;
  scope: TemplateScope;
  purpose: TemplatePurpose;
  region: RegionRow;
  body: BodyRow | null;
  faction: FactionRow | null;
  title: string;
  text: string;
  changedAt: Date;
  changedByName: string;
  archivedAt: Date | null;
  viewerCanChange: boolean;
  version: number;
}

export interface FilledTemplateRow {
  id: string;
  scope: TemplateScope;
  title: string;
  text: string;
  unfilled: string[];
}

const LIST = 'templates';
const MAX_SEARCH = 100;
/** The most templates that one letter is offered: those of a deputy, a faction and a body together. */
const MAX_OFFERED = 300;

/** Reads of templates within what the actor may use. */
export class TemplatesQueries {
  constructor(private readonly db: Db, private readonly reference: Reference, private readonly actor: Actor, private readonly locale: Locale) {}

  /** A page, the last changed first. */
  async list(filter: TemplateFilter | null, firstAsked: number | null, after: string | null, wantsTotal: boolean): Promise<Page<TemplateRow>> {
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const where = this.conditions(filter);
    const page = this.base().where((eb) => eb.and(where)).$if(cursor !== null, (q) => q.where(behind({ key: sql`t.changed_at`, type: sql`timestamptz`, id: sql`t.id`, direction: 'DESC' }, cursor!)))
      .orderBy('t.changed_at', 'desc').orderBy('t.id', 'desc').limit(first + 1);
    const count = this.db.selectFrom('template as t').where((eb) => eb.and(where)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : null]);
    return toPage(LIST, rows.map((row) => this.toRow(row)), first, ({ id, changedAt }) => ({ key: changedAt.toISOString(), id }), Number(total?.count ?? 0));
  }

  async get(id: string): Promise<TemplateRow> {
    const row = await this.base().where('t.id', '=', id).where((eb) => eb.and(this.walls())).executeTakeFirst();
    if (!row) throw notFound();
    return this.toRow(row);
  }

  /**
   * What a letter about this appeal can begin with, filled in: the deputy's own first, then the faction's, then the body's. Of a
   * rejection, those of the region's bodies and factions. Nothing for whoever writes no such letter.
   * @param others letters that get the same words: a value that is not theirs as well is left open
   */
  async offered(appeal: AppealRow, others: readonly AppealRow[], purpose: TemplatePurpose, now: Date): Promise<FilledTemplateRow[]> {
    const writes = purpose === 'ANSWER' ? canDraft(this.actor, appeal) : canModerate(this.actor, appeal);
    if (!writes) return [];
    const rows = await this.db.selectFrom('template as t').where('t.purpose', '=', purpose).where('t.archived_at', 'is', null).where('t.region_code', '=', appeal.regionCode)
      .where((eb) => eb.and(this.walls()))
      .orderBy(sql`array_position('{PERSON,FACTION,BODY}'::text[], t.scope)`).orderBy('t.title').orderBy('t.id').limit(MAX_OFFERED)
      .select(['t.id', 't.scope', 't.title', 't.text']).execute();
    const of = (one: AppealRow) => this.valuesOf(one, localDay(now, this.reference.timeZone(one.regionCode)));
    const values = others.map(of).reduce(inCommon, of(appeal));
    return rows.map(({ text, ...row }) => ({ ...row, ...filled(text, values) }));
  }

  private valuesOf(appeal: AppealRow, today: Day): FieldValues {
    const day = (value: Day | null): string | null => value && messageDay(value, this.locale);
    return {
      applicant: appeal.applicantName, name: politeName(appeal.applicantName), number: appeal.number, subject: appeal.subject, topic: appeal.topic?.name ?? null,
      deputy: appeal.deputy?.name ?? null, body: appeal.deputy?.mandate?.body.name ?? null, received: day(localDay(appeal.submittedAt, this.reference.timeZone(appeal.regionCode))),
      due: day(appeal.dueOn), date: day(today), address: addressIn(appeal.text),
    };
  }

  /** The wall of every list of templates; the database has the same one (walls/policies.ts). */
  private walls(): Expression<SqlBool>[] {
    const actor = staff(this.actor);
    switch (actor.role) {
      case 'ADMINISTRATOR':
      case 'ANALYST': return [sql<SqlBool>`t.scope <> 'PERSON'`];
      case 'MODERATOR':
      case 'COORDINATOR': return [sql<SqlBool>`t.scope <> 'PERSON' and t.region_code = any(${[...actor.regions]})`];
      case 'DEPUTY':
      case 'AIDE': return [sql<SqlBool>`(t.deputy_id = ${actor.deputyId} or t.body_id in (select body_id from mandate where deputy_id = ${actor.deputyId} and is_current)
        or t.faction_id in (select faction_id from mandate where deputy_id = ${actor.deputyId} and is_current))`];
    }
  }

  private conditions(filter: TemplateFilter | null): Expression<SqlBool>[] {
    const where = this.walls();
    where.push(filter?.archived ? sql<SqlBool>`t.archived_at is not null` : sql<SqlBool>`t.archived_at is null`);
    if (filter?.scope?.length) where.push(sql<SqlBool>`t.scope = any(${filter.scope})`);
    if (filter?.purpose) where.push(sql<SqlBool>`t.purpose = ${filter.purpose}`);
    const words = filter?.search?.trim();
    if (words && words.length > MAX_SEARCH) throw badInput('filter.search', 'FILTER_TOO_LONG', { max: MAX_SEARCH });
    if (words) {
      const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
      where.push(sql<SqlBool>`(t.title ilike ${pattern} or t.text ilike ${pattern})`);
    }
    return where;
  }

  private base() {
    return this.db.selectFrom('template as t').select(['t.id', 't.scope', 't.purpose', 't.region_code as regionCode', 't.body_id as bodyId', 't.faction_id as factionId', 't.deputy_id as deputyId',
      't.title', 't.text', 't.changed_at as changedAt', 't.changed_by_name as changedByName', 't.archived_at as archivedAt', 't.version']);
  }

  private toRow({ regionCode, bodyId, factionId, deputyId, archivedAt, ...row }: Awaited<ReturnType<ReturnType<TemplatesQueries['base']>['execute']>>[number]): TemplateRow {
    const { locale, reference } = this;
    return {
      ...row, archivedAt: archivedAt ?? null, region: reference.region(regionCode, locale)!,
      body: bodyId ? reference.body(bodyId, locale) ?? null : reference.bodies(locale).find(({ factions }) => factions.some(({ id }) => id === factionId)) ?? null,
      faction: factionId ? reference.faction(factionId, locale) ?? null : null,
      viewerCanChange: canChangeTemplate(staff(this.actor), { scope: row.scope, regionCode, deputyId: deputyId ?? null }),
    };
  }
}
