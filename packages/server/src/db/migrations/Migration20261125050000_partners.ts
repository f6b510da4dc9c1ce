import { Migration } from '@mikro-orm/migrations';

export class Migration20261125050000_partners extends Migration {

  override name = 'Migration20261125050000_partners';

  override up(): void {
    this.addSql(`create table "partner" ("id" uuid not null, "name" varchar(255) not null, "contact_email" varchar(255) not null, "cost_per_minute" int not null, "cost_per_day" int not null, "created_at" timestamptz(3) not null, "suspended_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "partner" is 'An organisation whose apps use the API with keys';`);
    this.addSql(`comment on column "partner"."contact_email" is 'Of the organisation, not of a citizen';`);
    this.addSql(`comment on column "partner"."cost_per_minute" is 'Units of query cost, over all keys';`);
    this.addSql(`alter table "partner" add constraint "partner_name_unique" unique ("name");`);

    this.addSql(`create table "partner_key" ("id" uuid not null, "partner_id" uuid not null, "name" varchar(255) not null, "prefix" varchar(255) not null, "key_hash" varchar(255) not null, "scopes" text[] not null, "created_by" varchar(255) null, "created_by_name" varchar(255) not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) null, "successor" uuid null, "revoked_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "partner_key" is 'A key is kept as its hash: it is shown once';`);
    this.addSql(`comment on column "partner_key"."prefix" is 'The first characters, by which people tell keys apart';`);
    this.addSql(`comment on column "partner_key"."created_by" is 'The account; null for the key of the demonstration';`);
    this.addSql(`comment on column "partner_key"."successor" is 'The key that took over: this one works beside it until it expires';`);
    this.addSql(`comment on column "partner_key"."last_used_at" is 'Written at most once a minute';`);
    this.addSql(`create index "partner_key_partner_id_index" on "partner_key" ("partner_id");`);
    this.addSql(`alter table "partner_key" add constraint "partner_key_key_hash_unique" unique ("key_hash");`);

    this.addSql(`create table "partner_usage_day" ("partner_id" uuid not null, "day" date not null, "requests" int not null, "cost" int not null, "refused" int not null, "failed" int not null, primary key ("partner_id", "day"));`);
    this.addSql(`comment on table "partner_usage_day" is 'What a partner used in one day (UTC)';`);
    this.addSql(`comment on column "partner_usage_day"."refused" is 'Requests over the quota or too dear';`);
    this.addSql(`comment on column "partner_usage_day"."failed" is 'Requests that gave an error';`);

    this.addSql(`create table "webhook" ("id" uuid not null, "partner_id" uuid not null, "url" text not null, "events" text[] not null, "secret" text not null, "active" boolean not null, "created_at" timestamptz(3) not null, "last_delivered_at" timestamptz(3) null, "failing_since" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "webhook" is 'Where a partner wants to be told of changes';`);
    this.addSql(`comment on column "webhook"."secret" is 'What signs the messages';`);
    this.addSql(`comment on column "webhook"."failing_since" is 'The first of the attempts that failed in a row; null after a success';`);
    this.addSql(`alter table "webhook" add constraint "webhook_secret_check" check ((("secret" ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`create index "webhook_partner_id_index" on "webhook" ("partner_id");`);

    this.addSql(`create table "webhook_delivery" ("id" uuid not null, "webhook_id" uuid not null, "message_id" uuid not null, "event" text not null, "appeal_id" uuid null, "body" text not null, "state" text not null, "attempts" int not null default 0, "status_code" int null, "error" varchar(255) null, "created_at" timestamptz(3) not null, "delivered_at" timestamptz(3) null, "next_attempt_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "webhook_delivery" is 'What was to be sent to a webhook, and what became of it';`);
    this.addSql(`comment on column "webhook_delivery"."message_id" is 'The webhook-id that the receiver sees; the same when it is sent again by hand';`);
    this.addSql(`comment on column "webhook_delivery"."body" is 'JSON, byte for byte as it is signed and sent';`);
    this.addSql(`comment on column "webhook_delivery"."status_code" is 'Of the last answer';`);
    this.addSql(`comment on column "webhook_delivery"."error" is 'A code of ours for the last failure';`);
    this.addSql(`create index "webhook_delivery_appeal_id_index" on "webhook_delivery" ("appeal_id");`);
    this.addSql(`create index "webhook_delivery_webhook_id_created_at_id_index" on "webhook_delivery" ("webhook_id", "created_at", "id");`);

    this.addSql(`alter table "appeal" drop constraint "appeal_client_key_unique";`);
    this.addSql(`alter table "appeal" add "partner_id" uuid null;`);
    this.addSql(`comment on column "appeal"."partner_id" is 'Whose app submitted it';`);
    this.addSql(`alter table "appeal" add constraint "appeal_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete restrict;`);
    this.addSql(`comment on column "appeal"."client_key" is 'Idempotency of submission, within the partner or outside of all';`);
    this.addSql(`create index "appeal_partner_id_submitted_at_id_index" on "appeal" ("partner_id", "submitted_at", "id");`);
    this.addSql(`create unique index appeal_client_key on "appeal" (client_key) where partner_id is null;`);
    this.addSql(`create unique index appeal_partner_client_key on "appeal" (partner_id, client_key) where partner_id is not null;`);

    this.addSql(`create or replace function "partner_partner_changed_fn"() returns trigger as \$\$ begin perform pg_notify('voter_deputy', json_build_object('kind', 'partner.changed', 'partnerId', NEW.id, 'keyId', null)::text); return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "partner_changed" AFTER UPDATE on "partner" for each ROW execute function "partner_partner_changed_fn"();`);

    this.addSql(`alter table "partner_key" add constraint "partner_key_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");`);
    this.addSql(`create or replace function "partner_key_partner_key_changed_fn"() returns trigger as \$\$ begin if NEW.revoked_at is distinct from OLD.revoked_at or NEW.expires_at is distinct from OLD.expires_at then perform pg_notify('voter_deputy', json_build_object('kind', 'partner.changed', 'partnerId', NEW.partner_id, 'keyId', NEW.id)::text); end if; return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "partner_key_changed" AFTER UPDATE on "partner_key" for each ROW execute function "partner_key_partner_key_changed_fn"();`);

    this.addSql(`alter table "partner_usage_day" add constraint "partner_usage_day_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");`);

    this.addSql(`alter table "webhook" add constraint "webhook_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");`);

    this.addSql(`alter table "webhook_delivery" add constraint "webhook_delivery_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on delete cascade;`);
    this.addSql(`alter table "webhook_delivery" add constraint "webhook_delivery_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on delete set null;`);
    this.addSql(`alter table "webhook_delivery" add constraint "webhook_delivery_event_check" check ("event" in ('APPEAL_REGISTERED', 'APPEAL_REJECTED', 'APPEAL_CLARIFICATION_REQUESTED', 'APPEAL_FORWARDED', 'APPEAL_ANSWERED', 'APPEAL_CLOSED', 'APPEAL_WITHDRAWN', 'PING'));`);
    this.addSql(`alter table "webhook_delivery" add constraint "webhook_delivery_state_check" check ("state" in ('WAITING', 'DELIVERED', 'FAILED'));`);
  }

  override down(): void {
    this.addSql(`alter table "partner_key" drop constraint "partner_key_partner_id_foreign";`);
    this.addSql(`alter table "partner_usage_day" drop constraint "partner_usage_day_partner_id_foreign";`);
    this.addSql(`alter table "appeal" drop constraint "appeal_partner_id_foreign";`);
    this.addSql(`alter table "webhook" drop constraint "webhook_partner_id_foreign";`);
    this.addSql(`alter table "webhook_delivery" drop constraint "webhook_delivery_webhook_id_foreign";`);

    this.addSql(`drop trigger if exists "partner_changed" on "partner";`);
    this.addSql(`drop function if exists "partner_partner_changed_fn"();`);
    this.addSql(`drop table if exists "partner" cascade;`);
    this.addSql(`drop trigger if exists "partner_key_changed" on "partner_key";`);
    this.addSql(`drop function if exists "partner_key_partner_key_changed_fn"();`);
    this.addSql(`drop table if exists "partner_key" cascade;`);
    this.addSql(`drop table if exists "partner_usage_day" cascade;`);
    this.addSql(`drop table if exists "webhook" cascade;`);
    this.addSql(`drop table if exists "webhook_delivery" cascade;`);

    this.addSql(`drop index "appeal_partner_id_submitted_at_id_index";`);
    this.addSql(`drop index "appeal_client_key";`);
    this.addSql(`drop index "appeal_partner_client_key";`);
    this.addSql(`alter table "appeal" drop column "partner_id";`);
    this.addSql(`comment on column "appeal"."client_key" is 'Idempotency of submission';`);
    this.addSql(`alter table "appeal" add constraint "appeal_client_key_unique" unique ("client_key");`);
  }

}
