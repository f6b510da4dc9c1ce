import { addresseeRefusal, addresseesOf, extensionRefusals, forwardingRefusal, whyNot, type Addressee, type AppealRow, type DeadlineRules } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Refusal } from '../shared/refusal.js';
import type { SuggestionsQueries } from '../suggestions/index.js';
import type { Acceptance, Asked } from './bulk-move.moves.js';

/** How sure a suggestion of a topic must be to be accepted with many others; the console's form for one appeal asks the same. */
const SURE_OF_TOPIC = 0.3;

/** One appeal of a choice: null where the viewer sees none of this id. */
export interface Chosen {
  id: string;
  row: AppealRow | null;
}

/** What will become of it: moved with this, or refused. */
export interface Foreseen extends Chosen {
  acceptance: Acceptance | null;
  refusals: Refusal[];
}

/** What a move reads of each appeal before it is made. */
export const CHECKED_FIELDS: ReadonlySet<string> = new Set(['version', 'aboutDeputy', 'maxExtensionDays']);

/**
 * Says of each appeal beforehand what the move itself would say: policy and table are those of the Desk, and the rules of the single
 * moves are the same functions. Set by set, since a preview of thousands must come at once.
 */
export class BulkMoveChecks {
  constructor(
    private readonly db: Db, private readonly actor: Actor, private readonly rules: DeadlineRules, private readonly suggestions: SuggestionsQueries,
    private readonly todayIn: (regionCode: string) => Day,
  ) {}

  async of(asked: Asked, chosen: readonly Chosen[]): Promise<Foreseen[]> {
    const accepted = asked.move === 'REGISTER' ? await this.acceptances(asked, chosen) : new Map<string, { acceptance: Acceptance | null; refusals: Refusal[] }>();
    const to = asked.move === 'FORWARD_TO_DEPUTY' ? (await addresseesOf(this.db, [asked.deputyId]))[0] : undefined;
    return chosen.map(({ id, row }) => {
      if (!row) return { id, row, acceptance: null, refusals: [new Refusal('NOT_FOUND')] };
      const why = whyNot(this.actor, asked.move, row);
      if (why) return { id, row, acceptance: null, refusals: [new Refusal(why)] };
      const { acceptance = null, refusals = this.special(asked, row, to) } = accepted.get(id) ?? {};
      return { id, row, acceptance, refusals };
    });
  }

  private special(asked: Asked, row: AppealRow, to: Addressee | undefined): Refusal[] {
    if (asked.move === 'FORWARD_TO_DEPUTY') {
      const refusal = forwardingRefusal(to, { region: row.regionCode, deputy: row.deputyId, aboutDeputy: row.aboutDeputyId });
      return refusal ? [refusal] : [];
    }
    if (asked.move === 'EXTEND') return extensionRefusals(asked.days, { dueOn: row.dueOn!, extensionDays: row.extensionDays }, this.rules.policy(row.policyId), this.todayIn(row.regionCode));
    return [];
  }

  /** Topic and deputy of each: those that were asked for, else its own, else the suggested ones. */
  private async acceptances({ topicCode, deputyId }: Extract<Asked, { move: 'REGISTER' }>, chosen: readonly Chosen[]) {
    const rows = chosen.flatMap(({ row }) => (row && whyNot(this.actor, 'REGISTER', row) === null ? [row] : []));
    const suggested = new Map(topicCode !== null && deputyId !== null ? [] : (await this.suggestions.byAppeal.loadMany(rows.map(({ id }) => id))).flatMap((one, i) => (one && !(one instanceof Error) ? [[rows[i]!.id, one] as const] : [])));
    const wanted = (row: AppealRow): string[] => (deputyId !== null ? [deputyId] : [row.deputyId, suggested.get(row.id)?.deputyId].filter((id) => typeof id === 'string'));
    const known = new Map((await addresseesOf(this.db, [...new Set(rows.flatMap(wanted))])).map((one) => [one.id, one]));
    return new Map(rows.map((row) => {
      const refusals: Refusal[] = [];
      const best = suggested.get(row.id)?.topics[0];
      const topic = topicCode ?? row.topic?.code ?? (best && best.confidence >= SURE_OF_TOPIC ? best.code : null);
      if (topic === null) refusals.push(new Refusal('NO_TOPIC_SUGGESTED'));
      const deputies = wanted(row);
      const fitting = deputies.find((id) => addresseeRefusal(known.get(id), row.regionCode) === null);
      if (deputies.length === 0) refusals.push(new Refusal('NO_DEPUTY_SUGGESTED'));
      else if (!fitting) refusals.push(addresseeRefusal(known.get(deputies[0]!), row.regionCode)!);
      return [row.id, { acceptance: refusals.length === 0 ? { topicCode: topic!, deputyId: fitting! } : null, refusals }];
    }));
  }
}
