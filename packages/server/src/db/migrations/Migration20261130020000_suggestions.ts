import { Migration } from '@mikro-orm/migrations';

/** What is suggested to moderators, the versions of the model behind it, and the urgent mark that the queue is sorted by. */
export class Migration20261130020000_suggestions extends Migration {
  override name = 'Migration20261130020000_suggestions';

  override up(): void {
    this.addSql(`alter table "appeal" add "urgent" boolean not null default false;`);
    this.addSql(`comment on column "appeal"."urgent" is 'Life or health is in danger: first in the queue';`);
    this.addSql(`create index appeal_queue on "appeal" (region_code, urgent, submitted_at, id) where status = 'SUBMITTED';`);

    this.addSql(`create table "suggestion" ("appeal_id" uuid not null, "model_version" int not null, "topics" jsonb not null, "kind" text not null, "kind_confidence" double precision not null, "urgency" jsonb not null, "reject_reason" text null, "reject_confidence" double precision null, "reject_words" jsonb not null, "deputy_id" uuid null, "deputy_reason" text null, "deputy_facts" jsonb null, "made_at" timestamptz(3) not null, primary key ("appeal_id"));`);
    this.addSql(`comment on table "suggestion" is 'What is suggested to the moderator of an appeal; nothing of it is applied without a person';`);
    this.addSql(`comment on column "suggestion"."model_version" is '0: the start corpus alone';`);
    this.addSql(`comment on column "suggestion"."topics" is 'Up to three, the likeliest first';`);
    this.addSql(`comment on column "suggestion"."urgency" is 'Dangers with the words that tell of them; empty when nothing is urgent';`);
    this.addSql(`comment on column "suggestion"."deputy_facts" is 'What the reason says in words';`);
    this.addSql(`create index "suggestion_made_at_index" on "suggestion" ("made_at");`);
    this.addSql(`alter table "suggestion" add constraint "suggestion_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "suggestion" add constraint "suggestion_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete set null;`);
    this.addSql(`alter table "suggestion" add constraint "suggestion_kind_check" check ("kind" in ('PROPOSAL', 'APPLICATION', 'COMPLAINT', 'GRATITUDE'));`);
    this.addSql(`alter table "suggestion" add constraint "suggestion_reject_reason_check" check ("reject_reason" in ('OBSCENE', 'THREAT', 'SPAM', 'UNREADABLE', 'NO_SUBSTANCE', 'NO_CONTACT', 'COURT_DECISION', 'REPEATED', 'NOT_COMPETENCE', 'PERSONAL_DATA_OF_OTHERS', 'REGION_NOT_OPEN', 'NO_CLARIFICATION'));`);
    this.addSql(`alter table "suggestion" add constraint "suggestion_deputy_reason_check" check ("deputy_reason" in ('CHOSEN', 'NAMED', 'DISTRICT', 'STREET', 'TOPIC', 'LOAD'));`);

    this.addSql(`create table "suggestion_model" ("version" int not null, "trained_at" timestamptz(3) not null, "examples" int not null, "decisions" int not null, "figures" jsonb not null, "in_use" boolean not null, "parameters" bytea null, primary key ("version"));`);
    this.addSql(`comment on table "suggestion_model" is 'Every version of the model with its figures; what it learned is kept of the newest alone';`);
    this.addSql(`comment on column "suggestion_model"."examples" is 'Of the start corpus';`);
    this.addSql(`comment on column "suggestion_model"."decisions" is 'Of moderators, that it learned from';`);
    this.addSql(`comment on column "suggestion_model"."figures" is 'Measured on decisions that were held back';`);
    this.addSql(`comment on column "suggestion_model"."parameters" is 'Packed; null once a newer version has replaced it';`);
  }

  override down(): void {
    this.addSql(`drop table "suggestion_model";`);
    this.addSql(`drop table "suggestion";`);
    this.addSql(`drop index "appeal_queue";`);
    this.addSql(`alter table "appeal" drop column "urgent";`);
  }
}
