import { Migration20261124000000_initial } from './Migration20261124000000_initial.js';
import { Migration20261125010000_walls } from './Migration20261125010000_walls.js';
import { Migration20261125020000_history } from './Migration20261125020000_history.js';
import { Migration20261125030000_encrypted_contacts } from './Migration20261125030000_encrypted_contacts.js';
import { Migration20261125030100_erasure } from './Migration20261125030100_erasure.js';
import { Migration20261125040000_accounts } from './Migration20261125040000_accounts.js';
import { Migration20261125050000_partners } from './Migration20261125050000_partners.js';
import { Migration20261125060000_quotas } from './Migration20261125060000_quotas.js';
import { Migration20261130010000_search } from './Migration20261130010000_search.js';
import { Migration20261130020000_suggestions } from './Migration20261130020000_suggestions.js';
import { Migration20261130050000_moves } from './Migration20261130050000_moves.js';
import { Migration20261130055000_presence } from './Migration20261130055000_presence.js';
import { Migration20261130060000_notes } from './Migration20261130060000_notes.js';
import { Migration20261130065000_attachments } from './Migration20261130065000_attachments.js';
import { Migration20261130065100_templates } from './Migration20261130065100_templates.js';
import { Migration20261130065500_promises } from './Migration20261130065500_promises.js';
import { Migration20261130070000_deadlines } from './Migration20261130070000_deadlines.js';
import { Migration20261130075000_notifications } from './Migration20261130075000_notifications.js';
import { Migration20261130077000_campaigns } from './Migration20261130077000_campaigns.js';
import { Migration20261130080000_search_statistics } from './Migration20261130080000_search_statistics.js';
import { Migration20261130091000_bulk_moves } from './Migration20261130091000_bulk_moves.js';
import { Migration20261130092000_urgency_decided } from './Migration20261130092000_urgency_decided.js';
import { Migration20261130093000_saved_views } from './Migration20261130093000_saved_views.js';
import { Migration20261130100000_own_appeals } from './Migration20261130100000_own_appeals.js';
import { Migration20261130102000_draft_files } from './Migration20261130102000_draft_files.js';

/** Every migration in order, listed by hand: a folder may hold what an earlier build left. */
export const migrations = [
  Migration20261124000000_initial,
  Migration20261125010000_walls,
  Migration20261125020000_history,
  Migration20261125030000_encrypted_contacts,
  Migration20261125030100_erasure,
  Migration20261125040000_accounts,
  Migration20261125050000_partners,
  Migration20261125060000_quotas,
  Migration20261130010000_search,
  Migration20261130020000_suggestions,
  Migration20261130050000_moves,
  Migration20261130055000_presence,
  Migration20261130060000_notes,
  Migration20261130065000_attachments,
  Migration20261130065100_templates,
  Migration20261130065500_promises,
  Migration20261130070000_deadlines,
  Migration20261130075000_notifications,
  Migration20261130077000_campaigns,
  Migration20261130080000_search_statistics,
  Migration20261130091000_bulk_moves,
  Migration20261130092000_urgency_decided,
  Migration20261130093000_saved_views,
  Migration20261130100000_own_appeals,
  Migration20261130102000_draft_files,
].map((migration) => ({ name: migration.name, class: migration }));
