import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

export class Migration20261130070000_deadlines extends Migration {
  override name = 'Migration20261130070000_deadlines';

  override up(): void {
    this.addSql(`create table "escalation" ("id" uuid not null, "appeal_id" uuid not null, "due_on" date not null, "step" text not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`comment on table "escalation" is 'Which step of the ladder was done for which deadline of an appeal: each once, and anew when the deadline moves';`);
    this.addSql(`comment on column "escalation"."due_on" is 'The deadline that it is about';`);
    this.addSql(`alter table "escalation" add constraint "escalation_appeal_id_due_on_step_unique" unique ("appeal_id", "due_on", "step");`);
    this.addSql(`alter table "escalation" add constraint "escalation_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id");`);
    this.addSql(`alter table "escalation" add constraint "escalation_step_check" check ("step" in ('DEPUTY', 'AIDE', 'COORDINATOR'));`);
    this.addSql(`create table "calendar_feed" ("account" varchar(255) not null, "token_hash" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("account"));`);
    this.addSql(`comment on table "calendar_feed" is 'The secret address of a person''s calendar of deadlines; one at a time, and none when it was revoked';`);
    this.addSql(`comment on column "calendar_feed"."account" is 'Whose appeals it shows';`);
    this.addSql(`comment on column "calendar_feed"."token_hash" is 'The address holds the token; here is its hash alone';`);
    this.addSql(`alter table "calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash");`);
    this.addSql(addingWords('history_entry', 'event', ['APPEALS_EXPORTED', 'ESCALATED', 'CALENDAR_LINKED', 'CALENDAR_UNLINKED']));
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
