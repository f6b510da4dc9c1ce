import { Migration } from '@mikro-orm/migrations';

/** Lists of the console under names. */
export class Migration20261130093000_saved_views extends Migration {
  override name = 'Migration20261130093000_saved_views';

  override up(): void {
    this.addSql(`create table "saved_view" ("id" uuid not null, "account" varchar(255) not null, "by_name" varchar(255) not null, "region_code" varchar(255) null, "place" text not null, "name" varchar(255) not null, "query" text not null, "position" int not null, "created_at" timestamptz(3) not null, "changed_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`comment on table "saved_view" is 'A list of the console as somebody keeps it: filter, order and columns under a name';`);
    this.addSql(`comment on column "saved_view"."account" is 'Who made it; whose it is where it is not shared';`);
    this.addSql(`comment on column "saved_view"."region_code" is 'Shared with everybody who works in the region; null: the own one';`);
    this.addSql(`comment on column "saved_view"."query" is 'The part of the address behind «?»';`);
    this.addSql(`comment on column "saved_view"."position" is '1, 2, 3 … among those of the person, or of the region';`);
    this.addSql(`create index "saved_view_account_place_position_index" on "saved_view" ("account", "place", "position");`);
    this.addSql(`create index "saved_view_region_code_place_position_index" on "saved_view" ("region_code", "place", "position");`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_region_code_foreign" foreign key ("region_code") references "region" ("code") on delete restrict;`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_place_check" check ("place" in ('QUEUE', 'APPEALS'));`);
  }

  override down(): void {
    this.addSql(`drop table "saved_view";`);
  }
}
