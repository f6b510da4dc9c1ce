import { Migration } from '@mikro-orm/migrations';

export class Migration20261130065000_attachments extends Migration {
  override name = 'Migration20261130065000_attachments';

  override up(): void {
    this.addSql(`create table "attachment" ("id" uuid not null, "appeal_id" uuid null, "message_id" uuid null, "position" int not null default 0, "token_hash" char(64) not null, "account" varchar(255) null, "partner_id" uuid null, "state" text not null, "kind" text not null, "name" text not null, "type" varchar(255) not null, "bytes" int not null, "width" int null, "height" int null, "file_key" text not null, "original_type" varchar(255) not null, "original_bytes" int not null, "original_sha256" text not null, "taken_at" text null, "taken_place" text null, "created_at" timestamptz(3) not null, "attached_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "attachment" is 'A photo or document of an appeal or of a message; without an appeal it is an upload that waits to be attached (docs/adr/0018)';`);
    this.addSql(`comment on column "attachment"."message_id" is 'The message that it came with; null: the letter itself';`);
    this.addSql(`comment on column "attachment"."position" is 'Order within the letter, from 1';`);
    this.addSql(`comment on column "attachment"."token_hash" is 'Hash of the secret that attaches the upload';`);
    this.addSql(`comment on column "attachment"."account" is 'Who of the console uploaded it';`);
    this.addSql(`comment on column "attachment"."partner_id" is 'Whose app uploaded it';`);
    this.addSql(`comment on column "attachment"."name" is 'As the file is given out; encrypted, since people name files after themselves';`);
    this.addSql(`comment on column "attachment"."type" is 'Media type of what is given out';`);
    this.addSql(`comment on column "attachment"."bytes" is 'Of what is given out';`);
    this.addSql(`comment on column "attachment"."file_key" is 'The key of the stored files, closed by the ring';`);
    this.addSql(`comment on column "attachment"."original_sha256" is 'Of the file as it came, before anything was changed';`);
    this.addSql(`comment on column "attachment"."taken_at" is 'The camera''s own time, with its offset where it knows it';`);
    this.addSql(`comment on column "attachment"."taken_place" is 'Latitude and longitude as JSON';`);
    this.addSql(`create index "attachment_appeal_id_index" on "attachment" ("appeal_id");`);
    this.addSql(`create index "attachment_message_id_index" on "attachment" ("message_id");`);
    this.addSql(`alter table "attachment" add constraint "attachment_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index attachment_waiting on public.attachment (created_at) where appeal_id is null;`);
    this.addSql(`alter table "attachment" add constraint "attachment_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id") on delete restrict;`);
    this.addSql(`alter table "attachment" add constraint "attachment_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete restrict;`);
    this.addSql(`alter table "attachment" add constraint "attachment_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete restrict;`);
    this.addSql(`alter table "attachment" add constraint "attachment_name_check" check (((name ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "attachment" add constraint "attachment_file_key_check" check (((file_key ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "attachment" add constraint "attachment_original_sha256_check" check (((original_sha256 ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "attachment" add constraint "attachment_taken_at_check" check (((taken_at ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "attachment" add constraint "attachment_taken_place_check" check (((taken_place ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "attachment" add constraint "attachment_state_check" check ("state" in ('STORING', 'SCANNING', 'READY', 'INFECTED'));`);
    this.addSql(`alter table "attachment" add constraint "attachment_kind_check" check ("kind" in ('PHOTO', 'DOCUMENT'));`);
    this.addSql(`alter table "history_entry" drop constraint "history_entry_event_check";`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'MOVE_UNDONE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'ORIGINAL_OPENED', 'NOTE_ADDED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED', 'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED'));`);
  }

  override down(): void {
    this.addSql(`drop table if exists "attachment" cascade;`);
    this.addSql(`alter table "history_entry" drop constraint "history_entry_event_check";`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'MOVE_UNDONE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'NOTE_ADDED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED', 'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED'));`);
  }
}
