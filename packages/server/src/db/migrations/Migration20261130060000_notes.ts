import { Migration } from '@mikro-orm/migrations';

export class Migration20261130060000_notes extends Migration {
  override name = 'Migration20261130060000_notes';

  override up(): void {
    this.addSql(`create table "note" ("id" uuid not null, "appeal_id" uuid not null, "text" text not null, "author_kind" text not null, "author_name" varchar(255) not null, "account" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "note" is 'An internal note of the office on an appeal. No message: nothing that sends, exports or tracks reads this table';`);
    this.addSql(`create index "note_appeal_id_created_at_index" on "note" ("appeal_id", "created_at");`);
    this.addSql(`alter table "note" add constraint "note_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "note" add constraint "note_author_kind_check" check ("author_kind" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'));`);
    this.addSql(`alter table "history_entry" drop constraint "history_entry_event_check";`);
    this.addSql(`alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'MOVE_UNDONE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'NOTE_ADDED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED', 'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED'));`);
  }

  // Entries with the new word may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
