import { Migration } from '@mikro-orm/migrations';

/** Files that stand in the draft of an answer, or stayed with one that was not sent. */
export class Migration20261130102000_draft_files extends Migration {
  override name = 'Migration20261130102000_draft_files';

  override up(): void {
    this.addSql(`alter table "attachment" add "draft_id" uuid null, add "kept_draft_id" uuid null;`);
    this.addSql(`comment on table "attachment" is 'A photo or document of an appeal, of a message or of a draft; without any of them it is an upload that waits to be attached (docs/adr/0018)';`);
    this.addSql(`comment on column "attachment"."draft_id" is 'The draft of an answer that it stands in; it is nothing of the appeal before it is sent';`);
    this.addSql(`comment on column "attachment"."kept_draft_id" is 'The unsent answer that it stayed with';`);
    this.addSql(`comment on column "attachment"."position" is 'Order within the letter or the draft, from 1';`);
    this.addSql(`comment on column "attachment"."attached_at" is 'To a letter, or to a draft; where both are gone it is let go';`);
    this.addSql(`alter table "attachment" add constraint "attachment_draft_id_foreign" foreign key ("draft_id") references "answer_draft" ("appeal_id") on delete set null;`);
    this.addSql(`alter table "attachment" add constraint "attachment_kept_draft_id_foreign" foreign key ("kept_draft_id") references "kept_draft" ("id") on delete set null;`);
    this.addSql(`alter table "attachment" add constraint "attachment_one_place_check" check (num_nonnulls(appeal_id, draft_id, kept_draft_id) <= 1);`);
    this.addSql(`create index "attachment_draft_id_index" on "attachment" ("draft_id");`);
    this.addSql(`create index "attachment_kept_draft_id_index" on "attachment" ("kept_draft_id");`);
    this.addSql(`drop index "attachment_waiting";`);
    this.addSql(`create index attachment_waiting on public.attachment (created_at) where appeal_id is null and draft_id is null and kept_draft_id is null;`);
  }

  // Files of drafts would become uploads that nobody waits for.
  override down(): void {
    throw new Error('not reversible');
  }
}
