import { Migration } from '@mikro-orm/migrations';

export class Migration20261130055000_presence extends Migration {
  override name = 'Migration20261130055000_presence';

  override up(): void {
    this.addSql(`create unlogged table "presence" ("appeal_id" uuid not null, "account" varchar(255) not null, "name" varchar(255) not null, "role" text not null, "doing" text not null, "since" timestamptz(3) not null, "until" timestamptz(3) not null, primary key ("appeal_id", "account"));`);
    this.addSql(`comment on table "presence" is 'Who has an appeal before them; unlogged, since after a crash everybody says it again';`);
    this.addSql(`comment on column "presence"."since" is 'When this attention began: of two who hold it, the first is the holder';`);
    this.addSql(`comment on column "presence"."until" is 'Said again before then, or gone';`);
    this.addSql(`create table "kept_draft" ("id" uuid not null, "appeal_id" uuid not null, "account" varchar(255) not null, "text" text not null, "digest" varchar(255) not null, "kept_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "kept_draft" is 'An answer that was written and not sent, because another one was faster; for its author alone';`);
    this.addSql(`comment on column "kept_draft"."account" is 'Who wrote it';`);
    this.addSql(`comment on column "kept_draft"."digest" is 'SHA-256 of the text: the same words are kept once';`);
    this.addSql(`alter table "kept_draft" add constraint "kept_draft_appeal_id_account_digest_unique" unique ("appeal_id", "account", "digest");`);
    this.addSql(`alter table "presence" add constraint "presence_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "presence" add constraint "presence_role_check" check ("role" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'));`);
    this.addSql(`alter table "presence" add constraint "presence_doing_check" check ("doing" in ('READING', 'DECIDING', 'ANSWERING'));`);
    this.addSql(`alter table "kept_draft" add constraint "kept_draft_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
  }

  override down(): void {
    this.addSql(`drop table if exists "presence";`);
    this.addSql(`drop table if exists "kept_draft";`);
  }
}
