import { Migration } from '@mikro-orm/migrations';

export class Migration20261130065100_templates extends Migration {
  override name = 'Migration20261130065100_templates';

  override up(): void {
    this.addSql(`create table "template" ("id" uuid not null, "scope" text not null, "purpose" text not null, "region_code" varchar(255) not null, "body_id" uuid null, "faction_id" uuid null, "deputy_id" uuid null, "title" varchar(255) not null, "text" text not null, "created_at" timestamptz(3) not null, "created_by_name" varchar(255) not null, "changed_at" timestamptz(3) not null, "changed_by_name" varchar(255) not null, "archived_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`comment on table "template" is 'A text with fields that an answer or a rejection can begin with; it belongs to a body, a faction or a deputy';`);
    this.addSql(`comment on column "template"."archived_at" is 'Offered no more; what was written with it stays';`);
    this.addSql(`create index "template_region_code_changed_at_id_index" on "template" ("region_code", "changed_at", "id");`);
    this.addSql(`create index "template_changed_at_id_index" on "template" ("changed_at", "id");`);
    this.addSql(`create index "template_deputy_id_index" on "template" ("deputy_id");`);
    this.addSql(`create index "template_body_id_index" on "template" ("body_id");`);
    this.addSql(`create index "template_faction_id_index" on "template" ("faction_id");`);
    this.addSql(`alter table "template" add constraint "template_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "template" add constraint "template_body_id_foreign" foreign key ("body_id") references "representative_body" ("id") on delete restrict;`);
    this.addSql(`alter table "template" add constraint "template_faction_id_foreign" foreign key ("faction_id") references "faction" ("id") on delete restrict;`);
    this.addSql(`alter table "template" add constraint "template_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "template" add constraint "template_owner_check" check (((scope = 'BODY'::text) = (body_id IS NOT NULL)) AND ((scope = 'FACTION'::text) = (faction_id IS NOT NULL)) AND ((scope = 'PERSON'::text) = (deputy_id IS NOT NULL)));`);
    this.addSql(`alter table "template" add constraint "template_scope_check" check ("scope" in ('BODY', 'FACTION', 'PERSON'));`);
    this.addSql(`alter table "template" add constraint "template_purpose_check" check ("purpose" in ('ANSWER', 'REJECTION'));`);
  }

  override down(): void {
    this.addSql(`drop table "template";`);
  }
}
