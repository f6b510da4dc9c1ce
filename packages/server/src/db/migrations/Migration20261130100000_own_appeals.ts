import { Migration } from '@mikro-orm/migrations';

/** The search begins with a deputy's own appeals: read off the index instead of thousands of rows. */
export class Migration20261130100000_own_appeals extends Migration {
  override name = 'Migration20261130100000_own_appeals';

  override up(): void {
    this.addSql(`drop index "appeal_deputy_id_submitted_at_id_index";`);
    this.addSql(`create index appeal_deputy_id_submitted_at_id_index on public.appeal (deputy_id, submitted_at, id) include (registered_on);`);
  }

  override down(): void {
    this.addSql(`drop index "appeal_deputy_id_submitted_at_id_index";`);
    this.addSql(`create index "appeal_deputy_id_submitted_at_id_index" on "appeal" ("deputy_id", "submitted_at", "id");`);
  }
}
