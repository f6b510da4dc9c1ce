import { sql } from 'kysely';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM, type PartnerActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';

/** How often what was counted is written, in milliseconds: what a killed process loses of the chart. */
const FLUSH_EVERY_MS = 5_000;

/** What one request cost and what became of it. */
interface Used {
  cost: number;
  refused: boolean;
  failed: boolean;
}

interface Counted {
  partnerId: string;
  day: string;
  requests: number;
  cost: number;
  refused: number;
  failed: number;
}

/** Counts what partners use, for the chart: in memory, written every few seconds by one statement. The quota is counted elsewhere, exactly. */
export class PartnerUsage {
  private counted = new Map<string, Counted>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly warn: (details: object, text: string) => void) {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  note({ partnerId }: Pick<PartnerActor, 'partnerId'>, { cost, refused, failed }: Used): void {
    const day = this.clock.now().toISOString().slice(0, 10);
    const key = `${partnerId} ${day}`;
    const sum = this.counted.get(key) ?? { partnerId, day, requests: 0, cost: 0, refused: 0, failed: 0 };
    this.counted.set(key, sum);
    sum.requests += 1;
    sum.cost += cost;
    sum.refused += Number(refused);
    sum.failed += Number(failed);
  }

  /** Writes what was counted; what cannot be written is kept for the next time. */
  async flush(): Promise<void> {
    if (this.counted.size === 0) return;
    const rows = [...this.counted.values()];
    this.counted = new Map();
    try {
      const of = <K extends keyof Counted>(name: K): Counted[K][] => rows.map((row) => row[name]);
      await sql`insert into partner_usage_day as u (partner_id, day, requests, cost, refused, failed)
        select * from unnest(${of('partnerId')}::uuid[], ${of('day')}::date[], ${of('requests')}::int[], ${of('cost')}::int[], ${of('refused')}::int[], ${of('failed')}::int[])
        on conflict (partner_id, day) do update set requests = u.requests + excluded.requests, cost = least(u.cost::bigint + excluded.cost, 2147483647)::int,
          refused = u.refused + excluded.refused, failed = u.failed + excluded.failed`.execute(rowsFor(this.orm, SYSTEM));
    } catch (error) {
      this.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the use by partners was not written');
      for (const { partnerId, day, requests, cost, refused, failed } of rows) {
        const key = `${partnerId} ${day}`;
        const sum = this.counted.get(key);
        this.counted.set(key, {
          partnerId, day, requests: requests + (sum?.requests ?? 0), cost: cost + (sum?.cost ?? 0), refused: refused + (sum?.refused ?? 0), failed: failed + (sum?.failed ?? 0),
        });
      }
    }
  }

  /** Writes the rest and stops. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }
}
