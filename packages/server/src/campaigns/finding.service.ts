import { sql } from 'kysely';
import { tellConsole } from '../appeals/index.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { lookupTerms, printOf, SAME_CAMPAIGN, similarity, type Print } from './similarity.formula.js';

/** Letters about one thing come within so many days. */
const WINDOW_DAYS = 45;
/** The letters with most words in common that are compared. */
const COMPARED = 60;
/** A campaign of many letters is known by so many of them; a new letter must be like most of these. */
const KNOWN_BY = 5;
const LIKE_THE_OTHERS = 0.25;
/** Prints that are kept at hand. */
const REMEMBERED = 500;

interface Letter {
  id: string;
  region_code: string;
  deputy_id: string | null;
  subject: string;
  text: string;
  submitted_at: Date;
  contact_hash: string;
}

/** Finds the campaign of a letter as it comes in: near copies, paraphrases and second letters of its region within the last weeks. */
export class CampaignFinder {
  private readonly prints = new Map<string, { letter: string; print: Print }>();

  constructor(private readonly orm: Orm, private readonly clock: Clock) {}

  /** Remembers the letter, and puts it with those that are about the same; says which campaign that is, if any. */
  async find(appealId: string): Promise<string | null> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      const letter = await lettersOf(db).where('a.id', '=', appealId).where('a.anonymised_at', 'is', null).executeTakeFirst() as Letter | undefined;
      if (!letter) return null;
      const print = printOf(letter.subject, letter.text);
      const terms = lookupTerms(print);
      await db.insertInto('appeal_print').values({ appeal_id: letter.id, region_code: letter.region_code, at: letter.submitted_at, terms })
        .onConflict((conflict) => conflict.column('appeal_id').doUpdateSet({ terms })).execute();
      if (terms.length === 0 || await db.selectFrom('campaign_member').where('appeal_id', '=', letter.id).select('appeal_id').executeTakeFirst()) return null;
      // Two letters at once must not found two campaigns.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns ${letter.region_code}`}, 0))`.execute(db);
      return this.place(em, letter, print, terms);
    });
  }

  private async place(em: Em, letter: Letter, print: Print, terms: string[]): Promise<string | null> {
    const db = rowsOf(em);
    const alike = (await this.candidates(db, letter, terms))
      .map((other) => ({ ...other, score: similarity(print, this.printOf(other), other.contact_hash === letter.contact_hash) }))
      .filter(({ score }) => score >= SAME_CAMPAIGN).sort((a, b) => b.score - a.score);
    const split = new Set((await db.selectFrom('campaign_split').where('appeal_id', '=', letter.id).select('campaign_id').execute()).map(({ campaign_id }) => campaign_id));
    for (const best of alike) {
      if (best.campaign_id) {
        if (split.has(best.campaign_id) || !await this.isLikeTheOthers(db, best.campaign_id, print)) continue;
        await this.join(em, letter, best.campaign_id, best.score);
        return best.campaign_id;
      }
      const campaignId = newId();
      const at = this.clock.now();
      await db.insertInto('campaign').values({ id: campaignId, region_code: letter.region_code, created_at: at }).execute();
      await this.join(em, best, campaignId, best.score);
      await this.join(em, letter, campaignId, best.score);
      return campaignId;
    }
    return null;
  }

  /** Letters of one day are compared with the same others again and again. */
  private printOf({ id, subject, text }: Letter): Print {
    const letter = `${subject}\n${text}`;
    const known = this.prints.get(id);
    if (known?.letter === letter) return known.print;
    const print = printOf(subject, text);
    if (this.prints.size >= REMEMBERED) this.prints.clear();
    this.prints.set(id, { letter, print });
    return print;
  }

  /** Letters of the region and the window that share most of what this one is looked up by. */
  private async candidates(db: Db, letter: Letter, terms: string[]): Promise<(Letter & { campaign_id: string | null })[]> {
    const since = new Date(letter.submitted_at.getTime() - WINDOW_DAYS * 86_400_000);
    const until = new Date(letter.submitted_at.getTime() + WINDOW_DAYS * 86_400_000);
    const { rows } = await sql<Letter & { campaign_id: string | null }>`
      select a.id, a.region_code, a.deputy_id, a.subject, a.text, a.submitted_at, c.contact_hash, m.campaign_id from (
        select p.appeal_id, (select count(*) from unnest(p.terms) term where term = any(${terms}::text[])) as common from appeal_print p
        where p.region_code = ${letter.region_code} and p.at between ${since} and ${until} and p.terms && ${terms}::text[] and p.appeal_id <> ${letter.id}
        order by common desc, p.appeal_id limit ${COMPARED}
      ) near join appeal a on a.id = near.appeal_id join applicant c on c.id = a.applicant_id left join campaign_member m on m.appeal_id = a.id
      where a.anonymised_at is null and a.status not in ('REJECTED', 'WITHDRAWN', 'CLOSED')`.execute(db);
    return rows;
  }

  private async isLikeTheOthers(db: Db, campaignId: string, print: Print): Promise<boolean> {
    const others = await db.selectFrom('campaign_member as m').innerJoin('appeal as a', 'a.id', 'm.appeal_id').where('m.campaign_id', '=', campaignId)
      .orderBy('a.submitted_at').limit(KNOWN_BY).select(['a.subject', 'a.text']).execute();
    const mean = others.reduce((sum, { subject, text }) => sum + similarity(print, printOf(subject, text)), 0) / Math.max(1, others.length);
    return mean >= LIKE_THE_OTHERS;
  }

  private async join(em: Em, letter: Letter, campaignId: string, score: number): Promise<void> {
    await rowsOf(em).insertInto('campaign_member').values({ appeal_id: letter.id, campaign_id: campaignId, state: 'FOUND', score, at: this.clock.now(), by_name: null }).execute();
    await tellConsole(em, { id: letter.id, region: letter.region_code, deputy: letter.deputy_id });
  }
}

const lettersOf = (db: Db) => db.selectFrom('appeal as a').innerJoin('applicant as c', 'c.id', 'a.applicant_id')
  .select(['a.id', 'a.region_code', 'a.deputy_id', 'a.subject', 'a.text', 'a.submitted_at', 'c.contact_hash']);
