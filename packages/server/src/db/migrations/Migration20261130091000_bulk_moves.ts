import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

/** Moves over many appeals, and what became of each. */
export class Migration20261130091000_bulk_moves extends Migration {
  override name = 'Migration20261130091000_bulk_moves';

  override up(): void {
    this.addSql(`create table "bulk_move" ("id" uuid not null, "account" varchar(255) not null, "by_name" varchar(255) not null, "move" text not null, "asked" jsonb not null, "state" text not null, "created_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "undo_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`comment on table "bulk_move" is 'One move over many appeals: previewed, then run by the worker, each appeal for itself (docs/adr/0023)';`);
    this.addSql(`comment on column "bulk_move"."account" is 'Whose it is: every appeal is moved with the rights of this account at that moment';`);
    this.addSql(`comment on column "bulk_move"."asked" is 'What comes with the move: topic, deputy, reason, words';`);
    this.addSql(`comment on column "bulk_move"."undo_until" is 'Until when all of it can be taken back; null where it cannot';`);
    this.addSql(`create index "bulk_move_account_created_at_id_index" on "bulk_move" ("account", "created_at", "id");`);
    this.addSql(`create index "bulk_move_created_at_index" on "bulk_move" ("created_at");`);
    this.addSql(`alter table "bulk_move" add constraint "bulk_move_move_check" check ("move" in ('REGISTER', 'REJECT', 'REQUEST_CLARIFICATION', 'BEGIN', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION', 'REOPEN_BY_STAFF'));`);
    this.addSql(`alter table "bulk_move" add constraint "bulk_move_state_check" check ("state" in ('PREVIEW', 'RUNNING', 'STOPPED', 'DONE', 'UNDOING', 'UNDONE'));`);

    this.addSql(`create table "bulk_move_item" ("bulk_move_id" uuid not null, "position" int not null, "appeal_id" uuid not null, "version" int null, "acceptance" jsonb null, "outcome" text not null, "refusals" jsonb null, "version_after" int null, "at" timestamptz(3) null, primary key ("bulk_move_id", "position"));`);
    this.addSql(`comment on table "bulk_move_item" is 'What becomes of one appeal of a bulk move';`);
    this.addSql(`comment on column "bulk_move_item"."position" is '1, 2, 3 … in the order of the choice';`);
    this.addSql(`comment on column "bulk_move_item"."appeal_id" is 'As it was named: whether there is such an appeal is not told';`);
    this.addSql(`comment on column "bulk_move_item"."version" is 'As it was previewed: an appeal that changed since is not moved; null where none was seen';`);
    this.addSql(`comment on column "bulk_move_item"."acceptance" is 'With what it is accepted';`);
    this.addSql(`comment on column "bulk_move_item"."refusals" is 'Why it was not moved, or not taken back';`);
    this.addSql(`create index "bulk_move_item_bulk_move_id_outcome_position_index" on "bulk_move_item" ("bulk_move_id", "outcome", "position");`);
    this.addSql(`alter table "bulk_move_item" add constraint "bulk_move_item_bulk_move_id_appeal_id_unique" unique ("bulk_move_id", "appeal_id");`);
    this.addSql(`alter table "bulk_move_item" add constraint "bulk_move_item_bulk_move_id_foreign" foreign key ("bulk_move_id") references "bulk_move" ("id") on delete cascade;`);
    this.addSql(`alter table "bulk_move_item" add constraint "bulk_move_item_outcome_check" check ("outcome" in ('READY', 'DONE', 'REFUSED', 'LEFT', 'UNDONE'));`);

    this.addSql(addingWords('history_entry', 'event', ['BULK_MOVE_STARTED']));
  }

  // Rows with the new word may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
