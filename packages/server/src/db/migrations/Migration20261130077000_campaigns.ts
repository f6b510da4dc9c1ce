import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

/** Mass appeals: what letters are compared by, which belong together, and which a person took apart. */
export class Migration20261130077000_campaigns extends Migration {
  override name = 'Migration20261130077000_campaigns';

  override up(): void {
    this.addSql(`create table "campaign" ("id" uuid not null, "region_code" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "campaign" is 'Many appeals about one thing';`);
    this.addSql(`alter table "campaign" add constraint "campaign_region_code_foreign" foreign key ("region_code") references "region" ("code");`);

    this.addSql(`create table "campaign_member" ("appeal_id" uuid not null, "campaign_id" uuid not null, "state" text not null, "score" double precision null, "at" timestamptz(3) not null, "by_name" varchar(255) null, primary key ("appeal_id"));`);
    this.addSql(`comment on table "campaign_member" is 'Which campaign an appeal belongs to; one at most';`);
    this.addSql(`comment on column "campaign_member"."score" is 'How alike its letters are, 0 to 1; null where a person joined it';`);
    this.addSql(`comment on column "campaign_member"."by_name" is 'Who joined it';`);
    this.addSql(`create index "campaign_member_campaign_id_index" on "campaign_member" ("campaign_id");`);
    this.addSql(`alter table "campaign_member" add constraint "campaign_member_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "campaign_member" add constraint "campaign_member_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id");`);
    this.addSql(`alter table "campaign_member" add constraint "campaign_member_state_check" check ("state" in ('FOUND', 'JOINED'));`);

    this.addSql(`create table "campaign_split" ("appeal_id" uuid not null, "campaign_id" uuid not null, primary key ("appeal_id", "campaign_id"));`);
    this.addSql(`comment on table "campaign_split" is 'An appeal that a person took out of a campaign: it is not found for it again';`);
    this.addSql(`alter table "campaign_split" add constraint "campaign_split_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);

    this.addSql(`create table "appeal_print" ("appeal_id" uuid not null, "region_code" varchar(255) not null, "at" timestamptz(3) not null, "terms" text[] not null, primary key ("appeal_id"));`);
    this.addSql(`comment on table "appeal_print" is 'What a letter is looked up by when others like it are sought';`);
    this.addSql(`comment on column "appeal_print"."region_code" is 'Of the appeal, beside it for the index';`);
    this.addSql(`comment on column "appeal_print"."at" is 'When the appeal was submitted';`);
    this.addSql(`comment on column "appeal_print"."terms" is 'Stems, names and numbers of the letter';`);
    this.addSql(`create index "appeal_print_region_code_at_index" on "appeal_print" ("region_code", "at");`);
    this.addSql(`create index appeal_print_terms on "appeal_print" using gin (terms);`);
    this.addSql(`alter table "appeal_print" add constraint "appeal_print_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "appeal_print" add constraint "appeal_print_region_code_foreign" foreign key ("region_code") references "region" ("code");`);

    this.addSql(addingWords('history_entry', 'event', ['CAMPAIGN_JOINED', 'CAMPAIGN_LEFT']));
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
