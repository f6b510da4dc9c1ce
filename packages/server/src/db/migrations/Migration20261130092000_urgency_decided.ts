import { Migration } from '@mikro-orm/migrations';
import { addingWords } from './adding-words.js';

/** The urgent mark as a person set it. */
export class Migration20261130092000_urgency_decided extends Migration {
  override name = 'Migration20261130092000_urgency_decided';

  override up(): void {
    this.addSql(`alter table "appeal" add "urgency_decided" boolean not null default false;`);
    this.addSql(`comment on column "appeal"."urgency_decided" is 'A person set or removed the urgent mark: no reading of the letter changes it';`);
    this.addSql(addingWords('history_entry', 'event', ['MARKED_URGENT', 'URGENCY_REMOVED']));
  }

  // Rows with the new words may be there: there is no way down that loses nothing.
  override down(): void {
    throw new Error('not reversible');
  }
}
