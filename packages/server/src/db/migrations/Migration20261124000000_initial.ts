import { Migration } from '@mikro-orm/migrations';

export class Migration20261124000000_initial extends Migration {
  override name = 'Migration20261124000000_initial';

  override up(): void {
    this.addSql(`create extension if not exists pg_trgm;`);
    this.addSql(`create table "applicant" ("id" uuid not null, "name" varchar(255) not null, "email" varchar(255) null, "phone" varchar(255) null, "contact_hash" varchar(255) not null, "locale" varchar(255) not null default 'ru', "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "applicant" is 'Who wrote one appeal; contacts serve that appeal alone (rules §6)';`);
    this.addSql(`comment on column "applicant"."contact_hash" is 'Hash of the normalised contact: one person, one mark per deputy and period';`);
    this.addSql(`create index "applicant_contact_hash_index" on "applicant" ("contact_hash");`);

    this.addSql(`create table "calendar_day" ("day" date not null, "kind" text not null, "name" varchar(255) null, primary key ("day"));`);
    this.addSql(`comment on table "calendar_day" is 'Days off and transferred working days as the government decrees them for a year; imported';`);

    this.addSql(`create table "rating_snapshot" ("id" uuid not null, "period" varchar(255) not null, "from_day" date not null, "to_day" date not null, "formula_version" varchar(255) not null, "computed_at" timestamptz(3) not null, "method" jsonb not null, primary key ("id"));`);
    this.addSql(`comment on table "rating_snapshot" is 'One computation of the rating of one period; never changed afterwards (rules §4)';`);
    this.addSql(`comment on column "rating_snapshot"."period" is '«last-12-months» or «2026-Q3»';`);
    this.addSql(`comment on column "rating_snapshot"."method" is 'Means, priors and weights that the figures were made with';`);
    this.addSql(`create index "rating_snapshot_period_computed_at_index" on "rating_snapshot" ("period", "computed_at");`);

    this.addSql(`create table "region" ("code" varchar(255) not null, "number" varchar(255) not null, "name_ru" varchar(255) not null, "name_en" varchar(255) not null, "federal_district" varchar(255) not null, "administrative_centre" varchar(255) not null, "time_zone" varchar(255) not null, "tile_column" int not null, "tile_row" int not null, "valid_from" date not null, "valid_to" date null, primary key ("code"));`);
    this.addSql(`comment on table "region" is 'A federal subject; loaded by import, never counted in code (rules §5)';`);
    this.addSql(`comment on column "region"."code" is 'ISO 3166-2';`);
    this.addSql(`comment on column "region"."number" is 'Two digits of the subject, the first part of an appeal number';`);
    this.addSql(`comment on column "region"."time_zone" is 'IANA name';`);

    this.addSql(`create table "deputy" ("id" uuid not null, "region_code" varchar(255) not null, "last_name" varchar(255) not null, "first_name" varchar(255) not null, "middle_name" varchar(255) null, "sort_name" varchar(255) not null, "search_name" varchar(255) not null, "email" varchar(255) null, "contact_confirmed_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on column "deputy"."sort_name" is 'Last, first, middle name: the order of lists';`);
    this.addSql(`comment on column "deputy"."search_name" is 'The same in lower case with ё as е';`);
    this.addSql(`comment on column "deputy"."contact_confirmed_at" is 'No route may lead to a deputy whom nobody can reach (rules §5)';`);
    this.addSql(`create index "deputy_region_code_sort_name_index" on "deputy" ("region_code", "sort_name");`);
    this.addSql(`create index deputy_name_trgm on public.deputy using gin (search_name gin_trgm_ops);`);

    this.addSql(`create table "account" ("id" varchar(255) not null, "role" text not null, "name" varchar(255) not null, "locale" text not null default 'ru', "regions" text[] not null, "deputy_id" uuid null, "deactivated_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "account" is 'What we know of a person of the console; e-mail, password and sessions are in the auth schema';`);
    this.addSql(`comment on column "account"."id" is 'The id of the person in auth."user"';`);
    this.addSql(`comment on column "account"."regions" is 'ISO codes; empty for roles of the whole country and for deputies';`);

    this.addSql(`create table "deadline_policy" ("id" uuid not null, "region_code" varchar(255) null, "valid_from" date not null, "terms" jsonb not null, primary key ("id"));`);
    this.addSql(`comment on table "deadline_policy" is 'The service policy, versioned by date; a region may set a stricter one (rules, preamble and §2)';`);
    this.addSql(`comment on column "deadline_policy"."region_code" is 'Empty: the whole country';`);

    this.addSql(`create table "appeal_number" ("region_code" varchar(255) not null, "year" int not null, "last" int not null, primary key ("region_code", "year"));`);
    this.addSql(`comment on table "appeal_number" is 'The last number given in a region and year';`);

    this.addSql(`create table "region_stage" ("id" uuid not null, "region_code" varchar(255) not null, "level" text not null, "service" text not null, "stage" text not null, "since" date not null, primary key ("id"));`);
    this.addSql(`comment on table "region_stage" is 'The roll-out stage of a region, level and service from a day on; the newest row that has begun counts';`);
    this.addSql(`comment on column "region_stage"."since" is 'From 00:00 of this day in the region';`);
    this.addSql(`create index "region_stage_region_code_level_service_since_index" on "region_stage" ("region_code", "level", "service", "since");`);

    this.addSql(`create table "representative_body" ("id" uuid not null, "region_code" varchar(255) not null, "level" text not null, "name_ru" varchar(255) not null, "name_en" varchar(255) not null, "planned_deputies" int not null default 0, primary key ("id"));`);
    this.addSql(`comment on column "representative_body"."planned_deputies" is 'Deputies that the pilot planned to connect here';`);
    this.addSql(`create index "representative_body_region_code_index" on "representative_body" ("region_code");`);

    this.addSql(`create table "faction" ("id" uuid not null, "body_id" uuid not null, "name_ru" varchar(255) not null, "name_en" varchar(255) not null, primary key ("id"));`);
    this.addSql(`create index "faction_body_id_index" on "faction" ("body_id");`);

    this.addSql(`create table "district" ("id" uuid not null, "body_id" uuid not null, "number" int not null, "name_ru" varchar(255) not null, "name_en" varchar(255) not null, primary key ("id"));`);
    this.addSql(`alter table "district" add constraint "district_body_id_number_unique" unique ("body_id", "number");`);

    this.addSql(`create table "mandate" ("id" uuid not null, "deputy_id" uuid not null, "body_id" uuid not null, "faction_id" uuid not null, "district_id" uuid null, "convocation" int not null, "joining" text not null, "joined_on" date not null, "started_on" date not null, "ended_on" date null, "is_current" boolean not null default true, primary key ("id"));`);
    this.addSql(`comment on table "mandate" is 'A deputy in one body for one convocation, for one district or from a list';`);
    this.addSql(`comment on column "mandate"."district_id" is 'Empty: elected from a list';`);
    this.addSql(`comment on column "mandate"."is_current" is 'The mandate that appeals and the rating count for';`);
    this.addSql(`create index "mandate_deputy_id_index" on "mandate" ("deputy_id");`);
    this.addSql(`create index "mandate_body_id_index" on "mandate" ("body_id");`);
    this.addSql(`create index "mandate_faction_id_index" on "mandate" ("faction_id");`);
    this.addSql(`create index "mandate_joining_joined_on_index" on "mandate" ("joining", "joined_on");`);

    this.addSql(`create table "rating_entry" ("id" uuid not null, "snapshot_id" uuid not null, "mandate_id" uuid not null, "deputy_id" uuid not null, "body_id" uuid not null, "faction_id" uuid not null, "region_code" varchar(255) not null, "level" text not null, "state" text not null, "tier" text null, "outside_league" boolean not null, "score" double precision null, "low" double precision null, "high" double precision null, "due" int not null, "in_time" int not null, "marks" int not null, "answers" int not null, "sort_key" varchar(255) not null, "input" jsonb not null, "output" jsonb not null, primary key ("id"));`);
    this.addSql(`comment on column "rating_entry"."outside_league" is 'A self-enrolled deputy of a closed region (rules §5)';`);
    this.addSql(`comment on column "rating_entry"."sort_key" is 'State, tier and name: the order of the page';`);
    this.addSql(`comment on column "rating_entry"."input" is 'What the formula was given';`);
    this.addSql(`comment on column "rating_entry"."output" is 'What it said; recomputes from input and method to the byte';`);
    this.addSql(`create index "rating_entry_deputy_id_index" on "rating_entry" ("deputy_id");`);
    this.addSql(`create index "rating_entry_snapshot_id_region_code_sort_key_index" on "rating_entry" ("snapshot_id", "region_code", "sort_key");`);
    this.addSql(`create index "rating_entry_snapshot_id_sort_key_index" on "rating_entry" ("snapshot_id", "sort_key");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_snapshot_id_mandate_id_unique" unique ("snapshot_id", "mandate_id");`);

    this.addSql(`create table "topic" ("code" varchar(255) not null, "section_ru" varchar(255) not null, "section_en" varchar(255) not null, "name_ru" varchar(255) not null, "name_en" varchar(255) not null, "position" int not null, primary key ("code"));`);
    this.addSql(`comment on column "topic"."position" is 'Order on screen';`);

    this.addSql(`create table "appeal" ("id" uuid not null, "number" varchar(255) not null, "status" text not null, "kind" text not null, "collective" boolean not null, "channel" text not null, "identity" text not null, "region_code" varchar(255) not null, "deputy_id" uuid null, "mandate_id" uuid null, "topic_code" varchar(255) null, "applicant_id" uuid not null, "subject" text not null, "text" text not null, "code_hash" varchar(255) not null, "client_key" varchar(255) null, "client_digest" varchar(255) null, "consent_version" varchar(255) not null, "policy_id" uuid not null, "submitted_at" timestamptz(3) not null, "register_by" date not null, "clarification_asked_on" date null, "clarify_by" date null, "paused_days" int not null default 0, "registered_at" timestamptz(3) null, "registered_on" date null, "extension_days" int not null default 0, "due_on" date null, "first_reaction_at" timestamptz(3) null, "answered_at" timestamptz(3) null, "answered_on" date null, "closed_at" timestamptz(3) null, "reject_reason" text null, "forwarded_outside" boolean not null default false, "reopened_times" int not null default 0, "feedback_until" date null, "changed_at" timestamptz(3) not null, "version" int not null default 1, "search" tsvector generated always as (setweight(to_tsvector('russian', translate(coalesce(number, '') || ' ' || subject, 'ёЁ', 'еЕ')), 'A') || setweight(to_tsvector('russian', translate(text, 'ёЁ', 'еЕ')), 'B')) stored not null, primary key ("id"));`);
    this.addSql(`comment on column "appeal"."number" is 'Given at submission and kept for life: 77-2026-000123';`);
    this.addSql(`comment on column "appeal"."text" is 'As the applicant sent it';`);
    this.addSql(`comment on column "appeal"."client_key" is 'Idempotency of submission';`);
    this.addSql(`comment on column "appeal"."client_digest" is 'Hash of the input that came with the client key';`);
    this.addSql(`comment on column "appeal"."policy_id" is 'The policy that it was submitted under; kept for life';`);
    this.addSql(`comment on column "appeal"."paused_days" is 'Days that the clock stood while the applicant clarified after registration';`);
    this.addSql(`comment on column "appeal"."registered_on" is 'The local day from which the deadline counts';`);
    this.addSql(`comment on column "appeal"."first_reaction_at" is 'The deputy or aide first acted';`);
    this.addSql(`comment on column "appeal"."feedback_until" is 'The end of the feedback window of the last answer';`);
    this.addSql(`alter table "appeal" add constraint "appeal_number_unique" unique ("number");`);
    this.addSql(`alter table "appeal" add constraint "appeal_client_key_unique" unique ("client_key");`);
    this.addSql(`create index "appeal_status_submitted_at_id_index" on "appeal" ("status", "submitted_at", "id");`);
    this.addSql(`create index "appeal_region_code_status_submitted_at_id_index" on "appeal" ("region_code", "status", "submitted_at", "id");`);
    this.addSql(`create index "appeal_region_code_submitted_at_id_index" on "appeal" ("region_code", "submitted_at", "id");`);
    this.addSql(`create index "appeal_submitted_at_id_index" on "appeal" ("submitted_at", "id");`);
    this.addSql(`create index "appeal_deputy_id_submitted_at_id_index" on "appeal" ("deputy_id", "submitted_at", "id");`);
    this.addSql(`create index "appeal_deputy_id_due_on_id_index" on "appeal" ("deputy_id", "due_on", "id");`);
    this.addSql(`create index "appeal_region_code_due_on_id_index" on "appeal" ("region_code", "due_on", "id");`);
    this.addSql(`create index "appeal_topic_code_submitted_at_id_index" on "appeal" ("topic_code", "submitted_at", "id");`);
    this.addSql(`create index "appeal_mandate_id_due_on_index" on "appeal" ("mandate_id", "due_on");`);
    this.addSql(`create index "appeal_changed_at_id_index" on "appeal" ("changed_at", "id");`);
    this.addSql(`create index appeal_search on public.appeal using gin (search);`);

    this.addSql(`create table "question" ("id" uuid not null, "appeal_id" uuid not null, "position" int not null, "text" text not null, "topic_code" varchar(255) not null, "result" text null, "result_text" text null, primary key ("id"));`);
    this.addSql(`comment on table "question" is 'One question of an appeal, with a topic and a result of its own (rules §1)';`);
    this.addSql(`create index "question_appeal_id_position_index" on "question" ("appeal_id", "position");`);

    this.addSql(`create table "message" ("id" uuid not null, "appeal_id" uuid not null, "kind" text not null, "author_kind" text not null, "author_name" varchar(255) not null, "account" varchar(255) null, "deputy_id" uuid null, "text" text not null, "template_share" double precision null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on column "message"."deputy_id" is 'Who answered';`);
    this.addSql(`comment on column "message"."template_share" is 'How much of an answer repeats earlier answers of the same deputy, 0..1';`);
    this.addSql(`create index "message_appeal_id_created_at_index" on "message" ("appeal_id", "created_at");`);
    this.addSql(`create index "message_deputy_id_kind_created_at_index" on "message" ("deputy_id", "kind", "created_at");`);

    this.addSql(`create table "feedback_link" ("token_hash" varchar(255) not null, "answer_id" uuid not null, "valid_until" timestamptz(3) not null, "used_at" timestamptz(3) null, "continuation_hash" varchar(255) null, "continuation_until" timestamptz(3) null, primary key ("token_hash"));`);
    this.addSql(`comment on table "feedback_link" is 'A single-use link to mark one answer; only the hash of its token is kept';`);
    this.addSql(`comment on column "feedback_link"."continuation_hash" is 'Lets the page that recorded the mark add the rest';`);
    this.addSql(`create index "feedback_link_answer_id_index" on "feedback_link" ("answer_id");`);
    this.addSql(`alter table "feedback_link" add constraint "feedback_link_continuation_hash_unique" unique ("continuation_hash");`);

    this.addSql(`create table "mail" ("id" uuid not null, "kind" text not null, "state" text not null, "appeal_id" uuid null, "to_address" varchar(255) not null, "subject" text not null, "text" text null, "html" text null, "attempts" int not null default 0, "error" text null, "created_at" timestamptz(3) not null, "sent_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on column "mail"."text" is 'Empty once sent: it holds links that are secrets';`);
    this.addSql(`create index "mail_appeal_id_index" on "mail" ("appeal_id");`);
    this.addSql(`create index "mail_created_at_id_index" on "mail" ("created_at", "id");`);
    this.addSql(`create index "mail_state_index" on "mail" ("state");`);

    this.addSql(`create table "history_entry" ("id" uuid not null, "appeal_id" uuid not null, "position" int not null, "event" text not null, "move" text null, "from_status" text null, "to_status" text null, "actor_kind" text not null, "actor_name" varchar(255) not null, "account" varchar(255) null, "reason" text null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "history_entry" is 'Append-only: who did what, when, why, from and to (rules §1)';`);
    this.addSql(`comment on column "history_entry"."position" is '1, 2, 3 … within the appeal';`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_appeal_id_position_unique" unique ("appeal_id", "position");`);

    this.addSql(`create table "feedback" ("id" uuid not null, "appeal_id" uuid not null, "answer_id" uuid not null, "deputy_id" uuid not null, "mandate_id" uuid not null, "region_code" varchar(255) not null, "applicant_key" varchar(255) not null, "quality" int not null, "prompt" boolean null, "personal" int null, "result" text null, "comment" text null, "comment_state" text not null, "counted" boolean not null default true, "not_counted_reason" varchar(255) null, "network_key" varchar(255) null, "given_at" timestamptz(3) not null, "given_on" date not null, primary key ("id"));`);
    this.addSql(`comment on table "feedback" is 'The applicant''s mark of one answer; a reopened appeal is rated again and the last one counts (rules §3)';`);
    this.addSql(`comment on column "feedback"."applicant_key" is 'The applicant''s contact hash: one mark per applicant, deputy and period counts (rules §4)';`);
    this.addSql(`comment on column "feedback"."counted" is 'Whether the share counts it; set by the rating job';`);
    this.addSql(`comment on column "feedback"."network_key" is 'Hash of the network that it came from; finds bursts (rules §4)';`);
    this.addSql(`alter table "feedback" add constraint "feedback_answer_id_unique" unique ("answer_id");`);
    this.addSql(`create index "feedback_region_code_given_at_id_index" on "feedback" ("region_code", "given_at", "id");`);
    this.addSql(`create index "feedback_deputy_id_given_at_id_index" on "feedback" ("deputy_id", "given_at", "id");`);
    this.addSql(`create index "feedback_given_at_id_index" on "feedback" ("given_at", "id");`);
    this.addSql(`create index "feedback_comment_state_region_code_index" on "feedback" ("comment_state", "region_code");`);
    this.addSql(`create index "feedback_appeal_id_index" on "feedback" ("appeal_id");`);

    this.addSql(`create table "answer_draft" ("appeal_id" uuid not null, "text" text not null, "questions" jsonb not null, "revision" int not null, "saved_by" varchar(255) not null, "saved_by_name" varchar(255) not null, "saved_at" timestamptz(3) not null, primary key ("appeal_id"));`);
    this.addSql(`comment on table "answer_draft" is 'The one draft of an answer, shared by deputy and aide';`);

    this.addSql(`alter table "calendar_day" add constraint "calendar_day_kind_check" check ("kind" in ('OFF', 'WORK'));`);

    this.addSql(`alter table "deputy" add constraint "deputy_region_code_foreign" foreign key ("region_code") references "region" ("code");`);

    this.addSql(`alter table "account" add constraint "account_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "account" add constraint "account_role_check" check ("role" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'));`);
    this.addSql(`alter table "account" add constraint "account_locale_check" check ("locale" in ('ru', 'en'));`);
    this.addSql(`create or replace function "account_account_changed_fn"() returns trigger as \$\$ begin perform pg_notify('voter_deputy', json_build_object('kind', 'account.changed', 'accountId', NEW.id)::text); return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "account_changed" AFTER UPDATE on "account" for each ROW execute function "account_account_changed_fn"();`);

    this.addSql(`alter table "deadline_policy" add constraint "deadline_policy_region_code_foreign" foreign key ("region_code") references "region" ("code") on delete restrict;`);

    this.addSql(`alter table "appeal_number" add constraint "appeal_number_region_code_foreign" foreign key ("region_code") references "region" ("code");`);

    this.addSql(`alter table "region_stage" add constraint "region_stage_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "region_stage" add constraint "region_stage_level_check" check ("level" in ('REGIONAL', 'MUNICIPAL'));`);
    this.addSql(`alter table "region_stage" add constraint "region_stage_service_check" check ("service" in ('APPEALS', 'NATIONAL_PROJECTS'));`);
    this.addSql(`alter table "region_stage" add constraint "region_stage_stage_check" check ("stage" in ('CLOSED', 'SELF_ENROLMENT', 'PILOT', 'ACTIVE', 'SUSPENDED'));`);

    this.addSql(`alter table "representative_body" add constraint "representative_body_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "representative_body" add constraint "representative_body_level_check" check ("level" in ('REGIONAL', 'MUNICIPAL'));`);

    this.addSql(`alter table "faction" add constraint "faction_body_id_foreign" foreign key ("body_id") references "representative_body" ("id");`);

    this.addSql(`alter table "district" add constraint "district_body_id_foreign" foreign key ("body_id") references "representative_body" ("id");`);

    this.addSql(`alter table "mandate" add constraint "mandate_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_body_id_foreign" foreign key ("body_id") references "representative_body" ("id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_faction_id_foreign" foreign key ("faction_id") references "faction" ("id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete restrict;`);
    this.addSql(`alter table "mandate" add constraint "mandate_joining_check" check ("joining" in ('PILOT', 'SELF_ENROLLED'));`);

    this.addSql(`alter table "rating_entry" add constraint "rating_entry_snapshot_id_foreign" foreign key ("snapshot_id") references "rating_snapshot" ("id");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_body_id_foreign" foreign key ("body_id") references "representative_body" ("id");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_faction_id_foreign" foreign key ("faction_id") references "faction" ("id");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_level_check" check ("level" in ('REGIONAL', 'MUNICIPAL'));`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_state_check" check ("state" in ('FEW_DATA', 'MARKED', 'LEAGUE'));`);
    this.addSql(`alter table "rating_entry" add constraint "rating_entry_tier_check" check ("tier" in ('A', 'B', 'C'));`);

    this.addSql(`alter table "appeal" add constraint "appeal_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "appeal" add constraint "appeal_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "appeal" add constraint "appeal_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id") on delete restrict;`);
    this.addSql(`alter table "appeal" add constraint "appeal_topic_code_foreign" foreign key ("topic_code") references "topic" ("code") on delete restrict;`);
    this.addSql(`alter table "appeal" add constraint "appeal_applicant_id_foreign" foreign key ("applicant_id") references "applicant" ("id");`);
    this.addSql(`alter table "appeal" add constraint "appeal_policy_id_foreign" foreign key ("policy_id") references "deadline_policy" ("id");`);
    this.addSql(`alter table "appeal" add constraint "appeal_status_check" check ("status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "appeal" add constraint "appeal_kind_check" check ("kind" in ('PROPOSAL', 'APPLICATION', 'COMPLAINT', 'GRATITUDE'));`);
    this.addSql(`alter table "appeal" add constraint "appeal_channel_check" check ("channel" in ('PORTAL', 'PARTNER', 'STAFF'));`);
    this.addSql(`alter table "appeal" add constraint "appeal_identity_check" check ("identity" in ('NONE', 'CONTACT_CONFIRMED', 'STATE_ID'));`);
    this.addSql(`alter table "appeal" add constraint "appeal_reject_reason_check" check ("reject_reason" in ('OBSCENE', 'THREAT', 'SPAM', 'UNREADABLE', 'NO_SUBSTANCE', 'NO_CONTACT', 'COURT_DECISION', 'REPEATED', 'NOT_COMPETENCE', 'PERSONAL_DATA_OF_OTHERS', 'REGION_NOT_OPEN', 'NO_CLARIFICATION'));`);

    this.addSql(`alter table "question" add constraint "question_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "question" add constraint "question_topic_code_foreign" foreign key ("topic_code") references "topic" ("code");`);
    this.addSql(`alter table "question" add constraint "question_result_check" check ("result" in ('EXPLAINED', 'MEASURES_TAKEN', 'SUPPORTED', 'NOT_SUPPORTED', 'FORWARDED', 'LEFT'));`);

    this.addSql(`alter table "message" add constraint "message_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "message" add constraint "message_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "message" add constraint "message_kind_check" check ("kind" in ('CLARIFICATION_REQUEST', 'CLARIFICATION', 'REJECTION', 'ANSWER'));`);
    this.addSql(`alter table "message" add constraint "message_author_kind_check" check ("author_kind" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'));`);

    this.addSql(`alter table "feedback_link" add constraint "feedback_link_answer_id_foreign" foreign key ("answer_id") references "message" ("id");`);

    this.addSql(`alter table "mail" add constraint "mail_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on delete restrict;`);
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN', 'PASSWORD_RESET'));`);
    this.addSql(`alter table "mail" add constraint "mail_state_check" check ("state" in ('KEPT', 'WAITING', 'SENT', 'FAILED'));`);

    this.addSql(`alter table "history_entry" add constraint "history_entry_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED'));`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_move_check" check ("move" in ('SUBMIT', 'REQUEST_CLARIFICATION', 'CLARIFY', 'LAPSE', 'REJECT', 'REGISTER', 'BEGIN', 'ANSWER', 'FORWARD_TO_DEPUTY', 'ACCEPT_FORWARDED', 'RETURN_FORWARDED', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION', 'WITHDRAW', 'REOPEN', 'REOPEN_BY_STAFF', 'CLOSE'));`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_from_status_check" check ("from_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_to_status_check" check ("to_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_actor_kind_check" check ("actor_kind" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'));`);
    this.addSql(`create or replace function "history_entry_history_is_append_only_fn"() returns trigger as \$\$ begin raise exception 'history_entry is append-only'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "history_is_append_only" BEFORE UPDATE OR DELETE on "history_entry" for each ROW execute function "history_entry_history_is_append_only_fn"();`);

    this.addSql(`alter table "feedback" add constraint "feedback_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "feedback" add constraint "feedback_answer_id_foreign" foreign key ("answer_id") references "message" ("id");`);
    this.addSql(`alter table "feedback" add constraint "feedback_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id");`);
    this.addSql(`alter table "feedback" add constraint "feedback_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id");`);
    this.addSql(`alter table "feedback" add constraint "feedback_region_code_foreign" foreign key ("region_code") references "region" ("code");`);
    this.addSql(`alter table "feedback" add constraint "feedback_quality_check" check (((quality >= 1) AND (quality <= 5)));`);
    this.addSql(`alter table "feedback" add constraint "feedback_personal_check" check (((personal >= 1) AND (personal <= 5)));`);
    this.addSql(`alter table "feedback" add constraint "feedback_result_check" check ("result" in ('SOLVED', 'PARTLY', 'NOT_SOLVED'));`);
    this.addSql(`alter table "feedback" add constraint "feedback_comment_state_check" check ("comment_state" in ('NONE', 'PENDING', 'SHOWN', 'HIDDEN'));`);

    this.addSql(`alter table "answer_draft" add constraint "answer_draft_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on update cascade on delete cascade;`);
  }

  override down(): void {
    this.addSql(`drop table if exists "applicant" cascade;`);
    this.addSql(`drop table if exists "calendar_day" cascade;`);
    this.addSql(`drop table if exists "rating_snapshot" cascade;`);
    this.addSql(`drop table if exists "region" cascade;`);
    this.addSql(`drop table if exists "deputy" cascade;`);
    this.addSql(`drop trigger if exists "account_changed" on "account";`);
    this.addSql(`drop function if exists "account_account_changed_fn"();`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "deadline_policy" cascade;`);
    this.addSql(`drop table if exists "appeal_number" cascade;`);
    this.addSql(`drop table if exists "region_stage" cascade;`);
    this.addSql(`drop table if exists "representative_body" cascade;`);
    this.addSql(`drop table if exists "faction" cascade;`);
    this.addSql(`drop table if exists "district" cascade;`);
    this.addSql(`drop table if exists "mandate" cascade;`);
    this.addSql(`drop table if exists "rating_entry" cascade;`);
    this.addSql(`drop table if exists "topic" cascade;`);
    this.addSql(`drop table if exists "appeal" cascade;`);
    this.addSql(`drop table if exists "question" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "feedback_link" cascade;`);
    this.addSql(`drop table if exists "mail" cascade;`);
    this.addSql(`drop trigger if exists "history_is_append_only" on "history_entry";`);
    this.addSql(`drop function if exists "history_entry_history_is_append_only_fn"();`);
    this.addSql(`drop table if exists "history_entry" cascade;`);
    this.addSql(`drop table if exists "feedback" cascade;`);
    this.addSql(`drop table if exists "answer_draft" cascade;`);
  }
}
