import { Migration } from '@mikro-orm/migrations';

export class Migration20261130050000_moves extends Migration {
  override name = 'Migration20261130050000_moves';

  override up(): void {
    this.addSql(`create table "undo_step" ("id" uuid not null, "appeal_id" uuid not null, "move" text not null, "account" varchar(255) not null, "version" int not null, "until" timestamptz(3) not null, "before" jsonb not null, "made" jsonb not null, "seen_at" timestamptz(3) null, "undone_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "undo_step" is 'The way back from a move that has not left the house yet; kept for a day';`);
    this.addSql(`comment on column "undo_step"."account" is 'Who made the move, and alone may take it back';`);
    this.addSql(`comment on column "undo_step"."version" is 'The version that the move left';`);
    this.addSql(`comment on column "undo_step"."until" is 'News of the move waits until then';`);
    this.addSql(`comment on column "undo_step"."made" is 'Rows that the move made';`);
    this.addSql(`comment on column "undo_step"."seen_at" is 'The applicant has seen it: it has left the house';`);
    this.addSql(`create index "undo_step_appeal_id_until_index" on "undo_step" ("appeal_id", "until");`);
    this.addSql(`create index "undo_step_until_index" on "undo_step" ("until");`);
    this.addSql(`alter table "history_entry" drop constraint "history_entry_event_check";`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'MOVE_UNDONE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED', 'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED'));`);
    this.addSql(`alter table "appeal" add "reopened_on" date null, add "first_due_on" date null, add "about_deputy_id" uuid null, add "forwarded_to_id" uuid null, add "forwarded_to_mandate_id" uuid null, add "forwarded_body" varchar(255) null;`);
    this.addSql(`comment on column "appeal"."reopened_on" is 'The local day from which the deadline of a reopened appeal counts';`);
    this.addSql(`comment on column "appeal"."first_due_on" is 'Once reopened: the deadline of the first answer, which the rating goes by';`);
    this.addSql(`comment on column "appeal"."about_deputy_id" is 'Whom a complaint is about: it never goes to that deputy';`);
    this.addSql(`comment on column "appeal"."forwarded_to_id" is 'Who has yet to accept it; until then it is the sender''s';`);
    this.addSql(`comment on column "appeal"."forwarded_body" is 'The competent body outside that answers it';`);
    this.addSql(`alter table "appeal" add constraint "appeal_about_deputy_id_foreign" foreign key ("about_deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "appeal" add constraint "appeal_forwarded_to_id_foreign" foreign key ("forwarded_to_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "appeal" add constraint "appeal_forwarded_to_mandate_id_foreign" foreign key ("forwarded_to_mandate_id") references "mandate" ("id") on delete restrict;`);
    this.addSql(`create index "appeal_forwarded_to_id_index" on "appeal" ("forwarded_to_id");`);
    this.addSql(`alter table "message" drop constraint "message_kind_check";`);
    this.addSql(`alter table "message" add constraint "message_kind_check" check ("kind" in ('CLARIFICATION_REQUEST', 'CLARIFICATION', 'REJECTION', 'ANSWER', 'FORWARDED_OUTSIDE', 'EXTENSION', 'REOPENING'));`);
    this.addSql(`alter table "mail" drop constraint "mail_kind_check";`);
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN', 'FORWARDED_OUTSIDE', 'EXTENDED', 'DEPUTY_CHANGED', 'REOPENED', 'INVITATION', 'PASSWORD_RESET'));`);
    this.addSql(`alter table "undo_step" add constraint "undo_step_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "undo_step" add constraint "undo_step_move_check" check ("move" in ('SUBMIT', 'REQUEST_CLARIFICATION', 'CLARIFY', 'LAPSE', 'REJECT', 'REGISTER', 'BEGIN', 'ANSWER', 'FORWARD_TO_DEPUTY', 'ACCEPT_FORWARDED', 'RETURN_FORWARDED', 'FORWARD_OUTSIDE', 'HAND_OVER', 'EXTEND', 'RETURN_TO_MODERATION', 'WITHDRAW', 'REOPEN', 'REOPEN_BY_STAFF', 'CLOSE'));`);
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
