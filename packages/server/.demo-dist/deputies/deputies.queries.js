import { sql } from 'kysely';
import { batchById } from '../shared/loader.js';
import { decodeCursor, pageSize, toPage } from '../shared/cursor.js';
import { asId } from '../shared/ids.js';
/** What of deputy, mandate and district a query must select for `toDeputy`; the aliases are d, m and x. */
export const DEPUTY_COLUMNS = [
    'd.id as deputyId', 'd.sort_name as deputyName', 'd.last_name as lastName', 'd.first_name as firstName', 'd.middle_name as middleName',
    'd.region_code as deputyRegion', 'm.id as mandateId', 'm.body_id as bodyId', 'm.faction_id as factionId', 'm.convocation as convocation',
    'm.joining as joining', 'm.joined_on as joinedOn', 'm.started_on as startedOn', 'm.ended_on as endedOn',
    'x.id as districtId', 'x.number as districtNumber', 'x.name_ru as districtNameRu', 'x.name_en as districtNameEn',
];
export function toDeputy(row, reference, locale) {
    return {
        id: row.deputyId,
        name: row.deputyName,
        lastName: row.lastName,
        firstName: row.firstName,
        middleName: row.middleName ?? null,
        regionCode: row.deputyRegion,
        region: reference.region(row.deputyRegion, locale),
        mandate: {
            id: row.mandateId,
            body: reference.body(row.bodyId, locale),
            faction: reference.faction(row.factionId, locale),
            district: row.districtId === null ? null
                : { id: row.districtId, number: row.districtNumber, name: (locale === 'ru' ? row.districtNameRu : row.districtNameEn) },
            convocation: row.convocation,
            joining: row.joining,
            joinedOn: row.joinedOn,
            startedOn: row.startedOn,
            endedOn: row.endedOn ?? null,
        },
    };
}
/** Lower case, ё as е, one space between words: how names are compared. */
export const searchable = (text) => text.toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const MAX_SEARCH_WORDS = 5;
/** Reads of the public directory of deputies. */
export class DeputiesQueries {
    db;
    reference;
    locale;
    byId;
    constructor(db, reference, locale) {
        this.db = db;
        this.reference = reference;
        this.locale = locale;
        this.byId = batchById(async (ids) => {
            const rows = await this.base().where('d.id', 'in', [...ids]).execute();
            return rows.map((row) => toDeputy(row, this.reference, this.locale));
        });
    }
    async list(filter, sort, firstAsked, after, wantsTotal) {
        const first = pageSize(firstAsked);
        const { field, direction } = sort ?? { field: 'NAME', direction: 'ASC' };
        const list = `deputies:${field}:${direction}`;
        const cursor = decodeCursor(list, after);
        const conditions = this.conditions(filter);
        const key = field === 'NAME' ? sql `d.sort_name` : sql `m.joined_on`;
        const order = direction === 'ASC' ? 'asc' : 'desc';
        const rowsQuery = this.base()
            .where((eb) => eb.and(conditions))
            .$if(cursor !== null, (q) => q.where(direction === 'ASC' ? sql `(${key}, d.id) > (${cursor.key}, ${cursor.id})` : sql `(${key}, d.id) < (${cursor.key}, ${cursor.id})`))
            .orderBy(key, order).orderBy('d.id', order)
            .limit(first + 1);
        const countQuery = this.from().where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll().as('count'));
        const [rows, count] = await Promise.all([rowsQuery.execute(), wantsTotal ? countQuery.executeTakeFirstOrThrow() : { count: 0 }]);
        const deputies = rows.map((row) => toDeputy(row, this.reference, this.locale));
        return toPage(list, deputies, first, (row) => ({ key: field === 'NAME' ? row.name : row.mandate.joinedOn, id: row.id }), Number(count.count));
    }
    from() {
        return this.db.selectFrom('deputy as d').innerJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'd.id').on('m.is_current', '=', true));
    }
    base() {
        return this.from().leftJoin('district as x', 'x.id', 'm.district_id').select(DEPUTY_COLUMNS);
    }
    conditions(filter) {
        const where = [];
        if (!filter)
            return where;
        if (filter.regionCode)
            where.push(sql `d.region_code = any(${filter.regionCode})`);
        if (filter.bodyId)
            where.push(sql `m.body_id = ${asId(filter.bodyId, 'filter.bodyId')}`);
        if (filter.factionId)
            where.push(sql `m.faction_id = ${asId(filter.factionId, 'filter.factionId')}`);
        if (filter.joining)
            where.push(sql `m.joining = ${filter.joining}`);
        if (filter.level) {
            const bodies = this.reference.bodies(this.locale).filter((body) => body.level === filter.level).map((body) => body.id);
            where.push(sql `m.body_id = any(${bodies}::uuid[])`);
        }
        // «Петрова А» finds «петрова анна»: each word is the beginning of some part of the name.
        for (const word of searchable(filter.search ?? '').split(' ').filter(Boolean).slice(0, MAX_SEARCH_WORDS)) {
            where.push(sql `(' ' || d.search_name) like ${`% ${word}%`}`);
        }
        return where;
    }
}
