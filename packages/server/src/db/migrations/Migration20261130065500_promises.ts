import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

export class Migration20261130065500_promises extends Migration {
  override name = 'Migration20261130065500_promises';

  override up(): void {
    this.addSql(`create table "promise" ("id" uuid not null, "appeal_id" uuid not null, "answer_id" uuid not null, "deputy_id" uuid not null, "text" text not null, "due_on" date not null, "state" text not null, "asked_at" timestamptz(3) null, "outcome_at" timestamptz(3) null, "link_hash" varchar(255) null, "link_used_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "promise" is 'What a deputy promised in an answer by a day, and what the applicant said of it on that day';`);
    this.addSql(`comment on column "promise"."deputy_id" is 'Who promised, whoever has the appeal later';`);
    this.addSql(`comment on column "promise"."outcome_at" is 'When the applicant said it, or when the time to say it was over';`);
    this.addSql(`comment on column "promise"."link_hash" is 'Of the token in the mail; the link is used once';`);
    this.addSql(`alter table "promise" add constraint "promise_link_hash_unique" unique ("link_hash");`);
    this.addSql(`create index "promise_answer_id_index" on "promise" ("answer_id");`);
    this.addSql(`create index "promise_appeal_id_index" on "promise" ("appeal_id");`);
    this.addSql(`create index "promise_state_due_on_id_index" on "promise" ("state", "due_on", "id");`);
    this.addSql(`create index "promise_deputy_id_due_on_id_index" on "promise" ("deputy_id", "due_on", "id");`);
    this.addSql(`create index "promise_due_on_id_index" on "promise" ("due_on", "id");`);
    this.addSql(`alter table "promise" add constraint "promise_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "promise" add constraint "promise_answer_id_foreign" foreign key ("answer_id") references "message" ("id");`);
    this.addSql(`alter table "promise" add constraint "promise_deputy_id_foreign" foreign key ("deputy_id") references "deputy" ("id") on delete restrict;`);
    this.addSql(`alter table "promise" add constraint "promise_state_check" check ("state" in ('OPEN', 'ASKED', 'KEPT', 'PARTLY', 'BROKEN', 'UNKNOWN'));`);
    this.addSql(addingWords('history_entry', 'event', ['PROMISE_ASKED', 'PROMISE_REPORTED']));
    this.addSql(addingWords('mail', 'kind', ['PROMISE_DUE']));
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
