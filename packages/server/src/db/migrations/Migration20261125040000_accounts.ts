import { Migration } from '@mikro-orm/migrations';

/** Invitations, and the mail that carries them. */
export class Migration20261125040000_accounts extends Migration {
  override name = 'Migration20261125040000_accounts';

  override up(): void {
    this.addSql(`create table "invitation" ("id" uuid not null, "token_hash" varchar(255) not null, "email" varchar(255) not null, "name" varchar(255) not null, "role" text not null, "regions" text[] not null, "deputy_id" uuid null, "locale" text not null, "invited_by" varchar(255) not null, "invited_by_name" varchar(255) not null, "sent_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "account" varchar(255) null, "revoked_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "invitation" is 'An offer of an account by mail: expires, and can be accepted once';`);
    this.addSql(`comment on column "invitation"."token_hash" is 'The token itself stands in the mail alone';`);
    this.addSql(`comment on column "invitation"."email" is 'In lower case';`);
    this.addSql(`comment on column "invitation"."regions" is 'ISO codes';`);
    this.addSql(`comment on column "invitation"."locale" is 'The language of the letter and of the account';`);
    this.addSql(`comment on column "invitation"."invited_by" is 'The account that answers for it; empty for what the system made';`);
    this.addSql(`comment on column "invitation"."account" is 'The account that came of it';`);
    this.addSql(`alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "invitation_invited_by_index" on "invitation" ("invited_by");`);
    this.addSql(`create index "invitation_sent_at_id_index" on "invitation" ("sent_at", "id");`);
    this.addSql(`create index "invitation_email_index" on "invitation" ("email");`);
    this.addSql(`alter table "invitation" add constraint "invitation_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "invitation" add constraint "invitation_role_check" check ("role" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'));`);
    this.addSql(`alter table "invitation" add constraint "invitation_locale_check" check ("locale" in ('ru', 'en'));`);
    this.addSql(`alter table "mail" drop constraint "mail_kind_check";`);
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN', 'INVITATION', 'PASSWORD_RESET'));`);
  }

  override down(): void {
    this.addSql(`delete from "mail" where "kind" = 'INVITATION';`);
    this.addSql(`alter table "mail" drop constraint "mail_kind_check";`);
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN', 'PASSWORD_RESET'));`);
    this.addSql(`drop table "invitation";`);
  }
}
