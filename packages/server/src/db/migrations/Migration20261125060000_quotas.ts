import { Migration } from '@mikro-orm/migrations';

export class Migration20261125060000_quotas extends Migration {
  override name = 'Migration20261125060000_quotas';

  override up(): void {
    // Unlogged: it is written often, and what a crash forgets is a minute of counting.
    this.addSql(`create unlogged table "quota_window" ("key" varchar(255) not null, "ends_at" timestamptz(3) not null, "granted" int not null, "last_grant" int not null, primary key ("key", "ends_at"));`);
    this.addSql(`comment on table "quota_window" is 'How much of one window of a quota was handed out to servers; unlogged, since a crash may forget a minute';`);
    this.addSql(`comment on column "quota_window"."key" is 'What is counted; addresses stand here hashed with the secret alone';`);
    this.addSql(`comment on column "quota_window"."granted" is 'What all servers together hold or have spent; never more than the limit';`);
    this.addSql(`comment on column "quota_window"."last_grant" is 'What the last statement handed out';`);
  }

  override down(): void {
    this.addSql(`drop table if exists "quota_window";`);
  }
}
