import {} from '../deputies/body.entity.js';
import { rowsOf } from '../db/orm.js';
import { localDay } from '../shared/day.js';
import { LOCALES } from '../shared/locale.js';
import {} from '../rollout/rollout-stage.entity.js';
/** Stages in which deputies of a region take appeals (rules §5). */
const OPEN_STAGES = ['SELF_ENROLMENT', 'PILOT', 'ACTIVE'];
/**
 * What changes a few times a year and is shown in every row: regions, topics, bodies, factions, stages.
 * Held in memory, so that a list of appeals needs no join for them; `refresh` reads it anew.
 */
export class Reference {
    db;
    texts;
    stages;
    constructor(db) {
        this.db = db;
    }
    static async load(orm) {
        const reference = new Reference(rowsOf(orm.em));
        await reference.refresh();
        return reference;
    }
    async refresh() {
        const { db } = this;
        const [regions, topics, bodies, factions, stages] = await Promise.all([
            db.selectFrom('region').selectAll().orderBy('code').execute(),
            db.selectFrom('topic').selectAll().orderBy('position').execute(),
            db.selectFrom('representative_body').selectAll().orderBy('level', 'desc').orderBy('name_ru').execute(),
            db.selectFrom('faction').selectAll().orderBy('name_ru').execute(),
            db.selectFrom('region_stage').selectAll().orderBy('since').orderBy('id').execute(),
        ]);
        this.stages = stages.map(({ region_code, level, service, stage, since }) => ({ regionCode: region_code, level, service, stage, since }));
        this.texts = Object.fromEntries(LOCALES.map((locale) => {
            const say = (ru, en) => (locale === 'ru' ? ru : en);
            const regionMap = new Map(regions.map((r) => [r.code, {
                    code: r.code, number: r.number, name: say(r.name_ru, r.name_en), federalDistrict: r.federal_district,
                    administrativeCentre: r.administrative_centre, timeZone: r.time_zone, tileColumn: r.tile_column, tileRow: r.tile_row,
                }]));
            const factionMap = new Map(factions.map((f) => [f.id, { id: f.id, name: say(f.name_ru, f.name_en) }]));
            const bodyMap = new Map(bodies.map((b) => [b.id, {
                    id: b.id, name: say(b.name_ru, b.name_en), level: b.level, regionCode: b.region_code, region: regionMap.get(b.region_code),
                    plannedDeputies: b.planned_deputies, factions: factions.filter((f) => f.body_id === b.id).map((f) => factionMap.get(f.id)),
                }]));
            const topicMap = new Map(topics.map((t) => [t.code, {
                    code: t.code, section: say(t.section_ru, t.section_en), name: say(t.name_ru, t.name_en),
                }]));
            return [locale, { regions: regionMap, topics: topicMap, bodies: bodyMap, factions: factionMap }];
        }));
    }
    regions(locale) {
        return [...this.texts[locale].regions.values()].sort((a, b) => a.name.localeCompare(b.name, locale));
    }
    region(code, locale) {
        return this.texts[locale].regions.get(code);
    }
    timeZone(regionCode) {
        return this.texts.ru.regions.get(regionCode)?.timeZone ?? 'Europe/Moscow';
    }
    topics(locale) {
        return [...this.texts[locale].topics.values()];
    }
    topic(code, locale) {
        return this.texts[locale].topics.get(code);
    }
    bodies(locale) {
        return [...this.texts[locale].bodies.values()];
    }
    body(id, locale) {
        return this.texts[locale].bodies.get(id);
    }
    faction(id, locale) {
        return this.texts[locale].factions.get(id);
    }
    /** The stage that has begun by now in the region's own time: activation is at 00:00 local time (rules §5). */
    stagesOf(regionCode, now) {
        const today = localDay(now, this.timeZone(regionCode));
        const current = new Map();
        for (const row of this.stages) {
            if (row.regionCode === regionCode && row.since <= today)
                current.set(`${row.level} ${row.service}`, row);
        }
        return [...current.values()];
    }
    isOpenForAppeals(regionCode, level, now) {
        return this.stagesOf(regionCode, now)
            .some((row) => row.service === 'APPEALS' && (level === null || row.level === level) && OPEN_STAGES.includes(row.stage));
    }
}
