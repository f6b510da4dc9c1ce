import { type BodyLevel } from '../deputies/body.entity.js';
import { rowsFor } from '../db/acting.js';
import type { Db, Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { localDay, type Day } from '../shared/day.js';
import { LOCALES, type Locale } from '../shared/locale.js';
import { type RolloutService, type RolloutStage } from '../rollout/rollout-stage.entity.js';

/** A region as the API shows it, in one language. */
export interface RegionRow {
  code: string;
  number: string;
  name: string;
  federalDistrict: string;
  administrativeCentre: string;
  timeZone: string;
  tileColumn: number;
  tileRow: number;
}

export interface TopicRow {
  code: string;
  section: string;
  name: string;
}

export interface FactionRow {
  id: string;
  name: string;
}

export interface BodyRow {
  id: string;
  name: string;
  level: BodyLevel;
  regionCode: string;
  region: RegionRow;
  plannedDeputies: number;
  factions: FactionRow[];
}

export interface StageRow {
  regionCode: string;
  level: BodyLevel;
  service: RolloutService;
  stage: RolloutStage;
  since: Day;
}

interface Texts {
  regions: Map<string, RegionRow>;
  topics: Map<string, TopicRow>;
  bodies: Map<string, BodyRow>;
  factions: Map<string, FactionRow>;
}

/** Stages in which deputies of a region take appeals (rules §5). */
const OPEN_STAGES: readonly RolloutStage[] = ['SELF_ENROLMENT', 'PILOT', 'ACTIVE'];

/**
 * What changes a few times a year and is shown in every row: regions, topics, bodies, factions, stages.
 * Held in memory, so that a list of appeals needs no join for them; `refresh` reads it anew.
 */
export class Reference {
  private texts!: Record<Locale, Texts>;
  private stages!: StageRow[];

  private constructor(private readonly db: Db) {}

  static async load(orm: Orm): Promise<Reference> {
    const reference = new Reference(rowsFor(orm, SYSTEM));
    await reference.refresh();
    return reference;
  }

  async refresh(): Promise<void> {
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
      const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en);
      const order = new Intl.Collator(locale);
      const sorted = regions.toSorted((a, b) => order.compare(say(a.name_ru, a.name_en), say(b.name_ru, b.name_en)));
      const regionMap = new Map(sorted.map((r): [string, RegionRow] => [r.code, {
        code: r.code, number: r.number, name: say(r.name_ru, r.name_en), federalDistrict: r.federal_district,
        administrativeCentre: r.administrative_centre, timeZone: r.time_zone, tileColumn: r.tile_column, tileRow: r.tile_row,
      }]));
      const factionMap = new Map(factions.map((f): [string, FactionRow] => [f.id, { id: f.id, name: say(f.name_ru, f.name_en) }]));
      const bodyMap = new Map(bodies.map((b): [string, BodyRow] => [b.id, {
        id: b.id, name: say(b.name_ru, b.name_en), level: b.level, regionCode: b.region_code, region: regionMap.get(b.region_code)!,
        plannedDeputies: b.planned_deputies, factions: factions.filter((f) => f.body_id === b.id).map((f) => factionMap.get(f.id)!),
      }]));
      const topicMap = new Map(topics.map((t): [string, TopicRow] => [t.code, {
        code: t.code, section: say(t.section_ru, t.section_en), name: say(t.name_ru, t.name_en),
      }]));
      return [locale, { regions: regionMap, topics: topicMap, bodies: bodyMap, factions: factionMap }];
    })) as Record<Locale, Texts>;
  }

  /** By name. */
  regions(locale: Locale): RegionRow[] {
    return [...this.texts[locale].regions.values()];
  }

  region(code: string, locale: Locale): RegionRow | undefined {
    return this.texts[locale].regions.get(code);
  }

  timeZone(regionCode: string): string {
    return this.texts.ru.regions.get(regionCode)?.timeZone ?? 'Europe/Moscow';
  }

  topics(locale: Locale): TopicRow[] {
    return [...this.texts[locale].topics.values()];
  }

  topic(code: string, locale: Locale): TopicRow | undefined {
    return this.texts[locale].topics.get(code);
  }

  bodies(locale: Locale): BodyRow[] {
    return [...this.texts[locale].bodies.values()];
  }

  body(id: string, locale: Locale): BodyRow | undefined {
    return this.texts[locale].bodies.get(id);
  }

  faction(id: string, locale: Locale): FactionRow | undefined {
    return this.texts[locale].factions.get(id);
  }

  /** The stage that has begun by now in the region's own time: activation is at 00:00 local time (rules §5). */
  stagesOf(regionCode: string, now: Date): StageRow[] {
    const today = localDay(now, this.timeZone(regionCode));
    const current = new Map<string, StageRow>();
    for (const row of this.stages) {
      if (row.regionCode === regionCode && row.since <= today) current.set(`${row.level} ${row.service}`, row);
    }
    return [...current.values()];
  }

  isOpenForAppeals(regionCode: string, level: BodyLevel | null, now: Date): boolean {
    return this.stagesOf(regionCode, now)
      .some((row) => row.service === 'APPEALS' && (level === null || row.level === level) && OPEN_STAGES.includes(row.stage));
  }
}
