import { canModerate, factsOf, tellOfChange, type AnsweringService, type Appeal, type Desk, type ModerationService, type QuestionResult } from '../appeals/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { Refusal, refusalsOf, refuse } from '../shared/refusal.js';
import { canAnswerCampaigns, canModerateCampaigns } from './campaigns.policy.js';
import type { AnswerCampaignInput, CampaignAppeal, JoinCampaignInput, MergeCampaignsInput, RegisterCampaignInput, SplitCampaignInput } from './campaign.inputs.js';

/** Appeals of one bulk move. */
export const MAX_BULK = 200;

/** What became of one appeal of a bulk move: done, or why not. */
export interface ItemResult {
  readonly appealId: string;
  readonly refusals: readonly Refusal[];
}

/** Joins and splits campaigns, and moves their appeals together: each in a transaction of its own, with its own row of history and its own result. */
export class CampaignsService {
  constructor(
    private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly desk: Desk,
    private readonly moderation: ModerationService, private readonly answering: AnsweringService,
  ) {}

  /** Puts appeals of one region into one campaign: a new one unless one is named. @returns the campaign */
  async join({ appealIds, campaignId }: JoinCampaignInput): Promise<{ campaignId: string; results: ItemResult[] }> {
    const by = this.moderator();
    const ids = bulk(appealIds, 'appealIds');
    const into = campaignId ? asId(campaignId, 'campaignId') : newId();
    if (campaignId) await this.visible(into);
    else {
      // It is there with its first appeal, or not at all.
      await transaction(this.orm, this.actor, async (em) => {
        const appeal = await this.desk.locked(em, ids[0]!);
        await rowsOf(em).insertInto('campaign').values({ id: into, region_code: appeal.region, created_at: this.clock.now() }).execute();
        await this.put(em, appeal.id, into, by.name);
      });
    }
    const results = await this.each(ids, async (id) => {
      await transaction(this.orm, this.actor, (em) => this.put(em, id, into, by.name));
    });
    return { campaignId: into, results };
  }

  /** Takes appeals out of their campaign; they are not found for it again. */
  async split({ appealIds }: SplitCampaignInput): Promise<ItemResult[]> {
    this.moderator();
    return this.each(bulk(appealIds, 'appealIds'), (id) => transaction(this.orm, this.actor, async (em) => {
      const appeal = await this.desk.locked(em, id);
      allow(canModerate(this.actor, factsOf(appeal)));
      const db = rowsOf(em);
      const member = await db.deleteFrom('campaign_member').where('appeal_id', '=', id).returning('campaign_id').executeTakeFirst();
      if (!member) throw new Refusal('NOT_IN_CAMPAIGN');
      await db.insertInto('campaign_split').values({ appeal_id: id, campaign_id: member.campaign_id }).onConflict((conflict) => conflict.doNothing()).execute();
      await this.tell(em, appeal, 'CAMPAIGN_LEFT');
    }));
  }

  /** Puts everything of some campaigns into one of them. */
  async merge({ campaignIds, intoId }: MergeCampaignsInput): Promise<{ campaignId: string; results: ItemResult[] }> {
    this.moderator();
    const into = asId(intoId, 'intoId');
    // Before anything else is said of it.
    await this.visible(into);
    const ids = bulk(campaignIds.filter((id) => id !== into), 'campaignIds');
    for (const id of ids) await this.visible(id);
    const members = await rowsFor(this.orm, this.actor).selectFrom('campaign_member').where('campaign_id', 'in', ids).select('appeal_id').orderBy('appeal_id').limit(MAX_BULK + 1).execute();
    if (members.length === 0) return { campaignId: into, results: [] };
    return this.join({ appealIds: members.map(({ appeal_id }) => appeal_id), campaignId: into });
  }

  /** Accepts the appeals of a campaign with one topic and deputy. */
  register({ appeals, topicCode, deputyId, kind, aboutDeputyId }: RegisterCampaignInput): Promise<ItemResult[]> {
    this.moderator();
    return this.moveEach(appeals, async ({ id, version }) => {
      await this.moderation.register({ id, version, topicCode, deputyId, ...(kind ? { kind } : {}), ...(aboutDeputyId ? { aboutDeputyId } : {}) });
    });
  }

  /** Signs one answer for many: each applicant gets the common words under a paragraph of their own, and every question the same result. */
  async answer({ appeals, text, result }: AnswerCampaignInput): Promise<ItemResult[]> {
    allow(canAnswerCampaigns(staff(this.actor)));
    const ids = bulk(appeals.map(({ id }) => id), 'appeals');
    const questions = await rowsFor(this.orm, this.actor).selectFrom('question').where('appeal_id', 'in', ids).select(['id', 'appeal_id']).orderBy('position').execute();
    return this.moveEach(appeals, async ({ id, version, personal }) => {
      const own = personal?.trim();
      await this.answering.answer({
        id, version, text: own ? `${own}\n\n${text}` : text,
        // What an aide put into the draft of one of them is not on this screen.
        draftAttachments: [],
        questions: questions.filter((question) => question.appeal_id === id).map((question) => ({ id: question.id, result: result as QuestionResult })),
      });
    });
  }

  private moderator(): StaffActor {
    const actor = staff(this.actor);
    allow(canModerateCampaigns(actor));
    return actor;
  }

  private moveEach<T extends CampaignAppeal>(appeals: readonly T[], move: (appeal: T) => Promise<void>): Promise<ItemResult[]> {
    const known = new Map(appeals.map((appeal) => [appeal.id, appeal]));
    return this.each(bulk(appeals.map(({ id }) => id), 'appeals'), (id) => move(known.get(id)!));
  }

  /** One after another: what is refused for one appeal is said of it, and the others are done. */
  private async each(ids: readonly string[], run: (id: string) => Promise<void>): Promise<ItemResult[]> {
    const results: ItemResult[] = [];
    for (const appealId of ids) {
      try {
        await run(appealId);
        results.push({ appealId, refusals: [] });
      } catch (error) {
        const refusals = refusalsOf(error);
        if (!refusals) throw error;
        results.push({ appealId, refusals });
      }
    }
    return results;
  }

  private async put(em: Parameters<Desk['locked']>[0], id: string, campaignId: string, byName: string): Promise<void> {
    const appeal = await this.desk.locked(em, id);
    allow(canModerate(this.actor, factsOf(appeal)));
    const db = rowsOf(em);
    const campaign = await db.selectFrom('campaign').where('id', '=', campaignId).select('region_code').executeTakeFirst();
    if (campaign && campaign.region_code !== appeal.region) throw new Refusal('CAMPAIGN_OF_ANOTHER_REGION');
    const before = await db.selectFrom('campaign_member').where('appeal_id', '=', id).select(['campaign_id', 'state']).executeTakeFirst();
    if (before?.campaign_id === campaignId && before.state === 'JOINED') return;
    const columns = { campaign_id: campaignId, state: 'JOINED' as const, score: null, at: this.clock.now(), by_name: byName };
    await db.insertInto('campaign_member').values({ appeal_id: id, ...columns }).onConflict((conflict) => conflict.column('appeal_id').doUpdateSet(columns)).execute();
    await db.deleteFrom('campaign_split').where('appeal_id', '=', id).where('campaign_id', '=', campaignId).execute();
    await this.tell(em, appeal, 'CAMPAIGN_JOINED');
  }

  private async tell(em: Parameters<Desk['locked']>[0], appeal: Appeal, event: 'CAMPAIGN_JOINED' | 'CAMPAIGN_LEFT'): Promise<void> {
    await record(em, appeal, this.actor, this.clock.now(), { event });
    await tellOfChange(em, appeal, appeal.status);
  }

  private async visible(campaignId: string): Promise<void> {
    const row = await rowsFor(this.orm, this.actor).selectFrom('campaign').where('id', '=', campaignId).select('id').executeTakeFirst();
    if (!row) throw notFound();
  }
}

function bulk(ids: readonly string[], field: string): string[] {
  const known = [...new Set(ids.map((id) => asId(id, field)))];
  if (known.length === 0) refuse([new Refusal('NOTHING_CHOSEN', field)]);
  if (known.length > MAX_BULK) refuse([new Refusal('TOO_MANY_CHOSEN', field, { max: MAX_BULK })]);
  return known;
}
