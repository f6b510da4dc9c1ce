import { Migration } from '@mikro-orm/migrations';

/** Whether an applicant's row is there asks for the appeal; the walls themselves are raised at every deploy (db/walls/raise.ts). */
export class Migration20261125010000_walls extends Migration {
  override name = 'Migration20261125010000_walls';

  override up(): void {
    this.addSql(`create index "appeal_applicant_id_index" on "appeal" ("applicant_id");`);
  }

  override down(): void {
    this.addSql(`drop index "appeal_applicant_id_index";`);
  }
}
