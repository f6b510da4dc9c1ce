import { transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { conflict, notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import type { ViewPlace } from './saved-view.entity.js';
import type { ChangeViewInput, OrderViewsInput, SaveViewInput } from './saved-view.type.js';
import { canChangeView, canShareViews } from './saved-views.policy.js';

/** Views of one list, of a person or of a region: more than that no row of tabs shows. */
export const MAX_VIEWS = 20;
const MAX_NAME = 60;
const MAX_QUERY = 2_000;

/** Whose a view is: a person's, or a region's. */
interface Owner {
  account: string;
  regionCode: string | null;
  place: ViewPlace;
}

/** Keeps, changes, orders and deletes views of lists. */
export class SavedViewsService {
  constructor(private readonly orm: Orm, private readonly reference: Reference, private readonly actor: Actor, private readonly clock: Clock) {}

  /** @returns the new view's id */
  async save({ place, name, query, regionCode }: SaveViewInput): Promise<string> {
    const person = staff(this.actor);
    const refusals: Refusal[] = [];
    if (regionCode) {
      if (!this.reference.region(regionCode, 'ru')) refusals.push(new Refusal('REGION_UNKNOWN', 'regionCode'));
      else allow(canShareViews(person, regionCode));
    }
    const words = nameOf(name, refusals);
    const address = queryOf(query, refusals);
    refuse(refusals);
    const owner: Owner = { account: person.accountId, regionCode: regionCode ?? null, place };
    const id = newId();
    await transaction(this.orm, person, async (em) => {
      const known = await this.ofOwner(em, owner);
      if (known.length >= MAX_VIEWS) throw new Refusal('VIEWS_TOO_MANY', null, { max: MAX_VIEWS });
      assertFree(words, known);
      const at = this.clock.now();
      await rowsOf(em).insertInto('saved_view').values({
        id, account: person.accountId, by_name: person.name, region_code: owner.regionCode, place, name: words, query: address,
        position: (known.at(-1)?.position ?? 0) + 1, created_at: at, changed_at: at, version: 1,
      }).execute();
    });
    return id;
  }

  async change({ id, version, name, query }: ChangeViewInput): Promise<string> {
    staff(this.actor);
    const refusals: Refusal[] = [];
    const words = typeof name === 'string' ? nameOf(name, refusals) : null;
    const address = typeof query === 'string' ? queryOf(query, refusals) : null;
    refuse(refusals);
    return this.onView(id, async (em, view) => {
      if (view.version !== version) throw conflict();
      if (words !== null) assertFree(words, (await this.ofOwner(em, view)).filter((other) => other.id !== id));
      await rowsOf(em).updateTable('saved_view').set({
        ...(words === null ? {} : { name: words }), ...(address === null ? {} : { query: address }), changed_at: this.clock.now(), version: version + 1,
      }).where('id', '=', id).execute();
    });
  }

  async delete(id: string): Promise<void> {
    await this.onView(id, async (em) => {
      await rowsOf(em).deleteFrom('saved_view').where('id', '=', id).execute();
    });
  }

  /** @returns the list whose views stand in a new order */
  async order({ ids }: OrderViewsInput): Promise<ViewPlace> {
    staff(this.actor);
    const wanted = [...new Set(ids.map((id) => asId(id, 'ids')))];
    const [first] = wanted;
    if (first === undefined) throw new Refusal('NOTHING_CHOSEN', 'ids');
    let place: ViewPlace | undefined;
    await this.onView(first, async (em, view) => {
      const known = await this.ofOwner(em, view);
      if (known.length !== wanted.length || known.some(({ id }) => !wanted.includes(id))) throw new Refusal('VIEWS_CHANGED', 'ids');
      for (const [at, id] of wanted.entries()) await rowsOf(em).updateTable('saved_view').set({ position: at + 1 }).where('id', '=', id).execute();
      place = view.place;
    });
    return place!;
  }

  /** One at a time for each owner: the limit and the names hold. */
  private async ofOwner(em: Em, { account, regionCode, place }: Owner): Promise<{ id: string; name: string; position: number }[]> {
    return rowsOf(em).selectFrom('saved_view').where('place', '=', place)
      .$if(regionCode === null, (query) => query.where('account', '=', account).where('region_code', 'is', null))
      .$if(regionCode !== null, (query) => query.where('region_code', '=', regionCode))
      .select(['id', 'name', 'position']).orderBy('position').orderBy('id').forUpdate().execute();
  }

  private async onView(id: string, change: (em: Em, view: Owner & { version: number }, person: StaffActor) => Promise<void>): Promise<string> {
    const person = staff(this.actor);
    await transaction(this.orm, person, async (em) => {
      const row = await rowsOf(em).selectFrom('saved_view').where('id', '=', asId(id)).select(['account', 'region_code', 'place', 'version']).forUpdate().executeTakeFirst();
      if (!row) throw notFound();
      const view = { account: row.account, regionCode: row.region_code ?? null, place: row.place, version: row.version };
      allow(canChangeView(person, view));
      await change(em, view, person);
    });
    return id;
  }
}

const nameOf = (name: string, refusals: Refusal[]): string => checkText(name, { field: 'name', max: MAX_NAME, empty: 'VIEW_NAME_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals).replace(/\s+/g, ' ');

/** An address without its «?»; what it means is the console's. */
function queryOf(query: string, refusals: Refusal[]): string {
  const address = query.trim().replace(/^\?/, '');
  if (address.length > MAX_QUERY) refusals.push(new Refusal('TEXT_TOO_LONG', 'query', { max: MAX_QUERY, length: address.length }));
  // Whatever an address may hold; anything else is no address.
  else if (!/^[\w\-.~%&=,:@!$'()*+;/?]*$/.test(address)) refusals.push(new Refusal('VIEW_QUERY_MALFORMED', 'query'));
  return address;
}

function assertFree(name: string, known: readonly { name: string }[]): void {
  if (known.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw new Refusal('VIEW_NAME_TAKEN', 'name');
}
