import type DataLoader from 'dataloader';
import { sql, type Expression, type SqlBool } from 'kysely';
import { batchById } from '../shared/loader.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import { asId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import type { BodyRow, FactionRow, Reference, RegionRow } from '../regions/index.js';
import type { Joining } from './deputy.entity.js';
import type { DeputyFilter, DeputySort } from './deputy.type.js';

/** A deputy with the current mandate, as the API shows it. */
export interface DeputyRow {
  id: string;
  name: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  regionCode: string;
  region: RegionRow;
  mandate: {
    id: string;
    body: BodyRow;
    faction: FactionRow;
    district: { id: string; number: number; name: string } | null;
    convocation: number;
    joining: Joining;
    joinedOn: string;
    startedOn: string;
    endedOn: string | null;
  };
}

/** What a query must select for `toDeputy`: of the deputy (alias d), and of mandate and district (m and x) where the mandate is asked for. */
export const DEPUTY_OWN_COLUMNS = [
  'd.id as deputyId', 'd.sort_name as deputyName', 'd.last_name as lastName', 'd.first_name as firstName', 'd.middle_name as middleName',
  'd.region_code as deputyRegion',
] as const;
export const DEPUTY_MANDATE_COLUMNS = [
  'm.id as mandateId', 'm.body_id as bodyId', 'm.faction_id as factionId', 'm.convocation as convocation',
  'm.joining as joining', 'm.joined_on as joinedOn', 'm.started_on as startedOn', 'm.ended_on as endedOn',
  'x.id as districtId', 'x.number as districtNumber', 'x.name_ru as districtNameRu', 'x.name_en as districtNameEn',
] as const;

export interface DeputyColumns {
  deputyId: string;
  deputyName: string;
  lastName: string;
  firstName: string;
  middleName: string | null | undefined;
  deputyRegion: string;
  mandateId: string;
  bodyId: string;
  factionId: string;
  convocation: number;
  joining: Joining;
  joinedOn: string;
  startedOn: string;
  endedOn: string | null | undefined;
  districtId: string | null;
  districtNumber: number | null;
  districtNameRu: string | null;
  districtNameEn: string | null;
}

export function toDeputy(row: DeputyColumns, reference: Reference, locale: Locale): DeputyRow {
  return {
    id: row.deputyId,
    name: row.deputyName,
    lastName: row.lastName,
    firstName: row.firstName,
    middleName: row.middleName ?? null,
    regionCode: row.deputyRegion,
    region: reference.region(row.deputyRegion, locale)!,
    mandate: {
      id: row.mandateId,
      body: reference.body(row.bodyId, locale)!,
      faction: reference.faction(row.factionId, locale)!,
      district: row.districtId === null ? null
        : { id: row.districtId, number: row.districtNumber!, name: (locale === 'ru' ? row.districtNameRu : row.districtNameEn)! },
      convocation: row.convocation,
      joining: row.joining,
      joinedOn: row.joinedOn,
      startedOn: row.startedOn,
      endedOn: row.endedOn ?? null,
    },
  };
}

/** Lower case, ё as е, one space between words: how names are compared. */
export const searchable = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const MAX_SEARCH_WORDS = 5;

/** Reads of the public directory of deputies. */
export class DeputiesQueries {
  readonly byId: DataLoader<string, DeputyRow | null>;

  constructor(private readonly db: Db, private readonly reference: Reference, private readonly locale: Locale) {
    this.byId = batchById(async (ids) => {
      const rows = await this.base().where('d.id', 'in', [...ids]).execute();
      return rows.map((row) => toDeputy(row, this.reference, this.locale));
    });
  }

  async list(filter: DeputyFilter | null | undefined, sort: DeputySort | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<DeputyRow>> {
    const first = pageSize(firstAsked);
    const { field, direction } = sort ?? { field: 'NAME', direction: 'ASC' };
    const list = `deputies:${field}:${direction}`;
    const cursor = decodeCursor(list, after);
    const conditions = this.conditions(filter);
    const key = field === 'NAME' ? sql<string>`d.sort_name` : sql<string>`m.joined_on`;
    const order = direction === 'ASC' ? 'asc' : 'desc';
    const rowsQuery = this.base()
      .where((eb) => eb.and(conditions))
      .$if(cursor !== null, (q) => q.where(behind({ key, type: field === 'NAME' ? sql`text` : sql`date`, id: sql`d.id`, direction }, cursor!)))
      .orderBy(key, order).orderBy('d.id', order)
      .limit(first + 1);
    const countQuery = this.from().where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, count] = await Promise.all([rowsQuery.execute(), wantsTotal ? countQuery.executeTakeFirstOrThrow() : { count: 0 }]);
    const deputies = rows.map((row) => toDeputy(row, this.reference, this.locale));
    return toPage(list, deputies, first, (row) => ({ key: field === 'NAME' ? row.name : row.mandate.joinedOn, id: row.id }), Number(count.count));
  }

  private from() {
    return this.db.selectFrom('deputy as d').innerJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'd.id').on('m.is_current', '=', true));
  }

  private base() {
    return this.from().leftJoin('district as x', 'x.id', 'm.district_id').select([...DEPUTY_OWN_COLUMNS, ...DEPUTY_MANDATE_COLUMNS]);
  }

  private conditions(filter: DeputyFilter | null | undefined): Expression<SqlBool>[] {
    const where: Expression<SqlBool>[] = [];
    if (!filter) return where;
    if (filter.regionCode) where.push(sql<SqlBool>`d.region_code = any(${filter.regionCode})`);
    if (filter.bodyId) where.push(sql<SqlBool>`m.body_id = ${asId(filter.bodyId, 'filter.bodyId')}`);
    if (filter.factionId) where.push(sql<SqlBool>`m.faction_id = ${asId(filter.factionId, 'filter.factionId')}`);
    if (filter.joining) where.push(sql<SqlBool>`m.joining = ${filter.joining}`);
    if (filter.level) {
      const bodies = this.reference.bodies(this.locale).filter((body) => body.level === filter.level).map((body) => body.id);
      where.push(sql<SqlBool>`m.body_id = any(${bodies}::uuid[])`);
    }
    // «Петрова А» finds «петрова анна»: each word is the beginning of some part of the name.
    for (const word of searchable(filter.search ?? '').split(' ').filter(Boolean).slice(0, MAX_SEARCH_WORDS)) {
      where.push(sql<SqlBool>`(' ' || d.search_name) like ${`% ${word}%`}`);
    }
    return where;
  }
}
