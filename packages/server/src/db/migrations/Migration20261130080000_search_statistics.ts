import { Migration } from '@mikro-orm/migrations';

export class Migration20261130080000_search_statistics extends Migration {
  override name = 'Migration20261130080000_search_statistics';

  override up(): void {
    // With the default PostgreSQL guesses thousands of rows for a rare word, and the search makes passes that find nothing.
    this.addSql(`alter table "search_entry" alter column "words" set statistics 1000;`);
  }

  override down(): void {
    this.addSql(`alter table "search_entry" alter column "words" set statistics -1;`);
  }
}
