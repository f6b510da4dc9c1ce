import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

export class Migration20261130075000_notifications extends Migration {
  override name = 'Migration20261130075000_notifications';

  override up(): void {
    this.addSql(`create table "notification_setting" ("id" uuid not null, "account" varchar(255) not null, "modes" jsonb not null, "quiet_from" int null, "quiet_until" int null, "bot_url" text null, "bot_secret" text null, "mail_failed_at" timestamptz(3) null, "changed_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "notification_setting" is 'How a person of the console is told of things; no row: as the role is by default';`);
    this.addSql(`comment on column "notification_setting"."quiet_from" is 'Hour of the region from which nobody is woken';`);
    this.addSql(`comment on column "notification_setting"."bot_url" is 'A webhook of a messenger bot of the person';`);
    this.addSql(`comment on column "notification_setting"."mail_failed_at" is 'The mail server said that there is no such mailbox: nothing is sent there any more';`);
    this.addSql(`alter table "notification_setting" add constraint "notification_setting_account_unique" unique ("account");`);
    this.addSql(`alter table "notification_setting" add constraint "notification_setting_bot_url_check" check ((("bot_url" ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`alter table "notification_setting" add constraint "notification_setting_bot_secret_check" check ((("bot_secret" ~ '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$'::text)));`);
    this.addSql(`create table "digest_item" ("id" uuid not null, "account" varchar(255) not null, "event" text not null, "appeal_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "digest_item" is 'What a person is told of in the next digest; gone when it was written';`);
    this.addSql(`create index "digest_item_account_created_at_index" on "digest_item" ("account", "created_at");`);
    this.addSql(`alter table "digest_item" add constraint "digest_item_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "digest_item" add constraint "digest_item_event_check" check ("event" in ('APPEAL_SUBMITTED', 'APPEAL_NEW', 'APPEAL_FORWARDED', 'APPEAL_REOPENED', 'ESCALATION'));`);
    this.addSql(`alter table "applicant" add "email_failed_at" timestamptz(3) null, add "reminders_off_at" timestamptz(3) null;`);
    this.addSql(`comment on column "applicant"."email_failed_at" is 'The mail server said that there is no such mailbox: nothing is sent there any more';`);
    this.addSql(`comment on column "applicant"."reminders_off_at" is 'The applicant wants no reminder of the mark; what the rules oblige us to tell is sent all the same';`);
    this.addSql(`alter table "mail" add "channel" text not null default 'MAIL', add "account" varchar(255) null;`);
    this.addSql(`comment on column "mail"."account" is 'The person of the console whom it is for';`);
    this.addSql(`create index "mail_account_created_at_index" on "mail" ("account", "created_at");`);
    this.addSql(`alter table "mail" add constraint "mail_channel_check" check ("channel" in ('MAIL', 'BOT'));`);
    this.addSql(addingWords('mail', 'kind', ['APPEAL_SUBMITTED', 'APPEAL_NEW', 'APPEAL_FORWARDED', 'APPEAL_REOPENED', 'ESCALATION', 'DIGEST']));
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
