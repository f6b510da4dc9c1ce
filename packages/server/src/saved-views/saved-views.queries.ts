import { sql, type Expression, type SqlBool } from 'kysely';
import type { Db } from '../db/orm.js';
import type { Reference, RegionRow } from '../regions/index.js';
import { isDeputySide, seesWholeCountry, type Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { canChangeView } from './saved-views.policy.js';
import type { ViewPlace } from './saved-view.entity.js';

/** A view as the API shows it. */
export interface SavedViewRow {
  id: string;
  place: ViewPlace;
  name: string;
  query: string;
  byName: string;
  region: RegionRow | null;
  viewerCanChange: boolean;
  version: number;
}

/** Reads of views: one's own, and those that were shared with one's regions. */
export class SavedViewsQueries {
  constructor(private readonly db: Db, private readonly reference: Reference, private readonly actor: Actor, private readonly locale: Locale) {}

  /** One's own first, in their order, then the regions'. */
  async list(place: ViewPlace): Promise<SavedViewRow[]> {
    const rows = await this.reading().where('place', '=', place).orderBy(sql`region_code is not null`).orderBy('region_code').orderBy('position').orderBy('id').execute();
    return rows.map((row) => this.toRow(row));
  }

  /** One of them, or NOT_FOUND. */
  async get(id: string): Promise<SavedViewRow> {
    const row = await this.reading().where('id', '=', asId(id)).executeTakeFirst();
    if (!row) throw notFound();
    return this.toRow(row);
  }

  private reading() {
    return this.db.selectFrom('saved_view').where(this.visible())
      .select(['id', 'account', 'place', 'name', 'query', 'by_name as byName', 'region_code as regionCode', 'version']);
  }

  private visible(): Expression<SqlBool> {
    const actor = staff(this.actor);
    const own = sql<SqlBool>`(account = ${actor.accountId} and region_code is null)`;
    if (isDeputySide(actor)) return own;
    return seesWholeCountry(actor) ? sql<SqlBool>`(${own} or region_code is not null)` : sql<SqlBool>`(${own} or region_code = any(${[...actor.regions]}))`;
  }

  private toRow({ account, regionCode, ...row }: { id: string; account: string; place: ViewPlace; name: string; query: string; byName: string; regionCode?: string | null | undefined; version: number }): SavedViewRow {
    return {
      ...row, region: regionCode ? this.reference.region(regionCode, this.locale) ?? null : null,
      viewerCanChange: canChangeView(staff(this.actor), { account, regionCode: regionCode ?? null }),
    };
  }
}
