import { Migration } from '@mikro-orm/migrations';

const SEALED = '^v1[.][a-z0-9]{1,16}[.][A-Za-z0-9_-]{38,}$';
const COLUMNS = { applicant: ['name', 'email', 'phone'], mail: ['to_address', 'text', 'html'] };

/**
 * Contacts and mails become text that is encrypted. The rows that are there are still plain: the deployment encrypts them after the
 * migrations, since SQL has no keys, and validates the checks then. Whatever is written from now on must be encrypted.
 */
export class Migration20261125030000_encrypted_contacts extends Migration {

  override name = 'Migration20261125030000_encrypted_contacts';

  override up(): void {
    this.addSql(`alter table "applicant" alter column "name" type text, alter column "email" type text, alter column "phone" type text;`);
    this.addSql(`comment on table "applicant" is 'Who wrote one appeal; contacts serve that appeal alone, and are encrypted (rules §6)';`);
    this.addSql(`comment on column "applicant"."contact_hash" is 'Keyed hash of the normalised contact: one person, one mark per deputy and period';`);
    this.addSql(`alter table "mail" alter column "to_address" type text, add column "to_hash" varchar(255) not null default '';`);
    this.addSql(`alter table "mail" alter column "to_hash" drop default;`);
    this.addSql(`comment on column "mail"."to_hash" is 'Keyed hash of the address: the outbox finds a mail by its whole address';`);
    this.addSql(`create index "mail_to_hash_index" on "mail" ("to_hash");`);
    // The applicant's name stands in one place alone.
    this.addSql(`update "message" set "author_name" = 'Заявитель' where "author_kind" = 'APPLICANT';`);
    for (const [table, columns] of Object.entries(COLUMNS)) for (const column of columns) {
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_check" check (((${column} ~ '${SEALED}'::text))) not valid;`);
    }
    // A new database has nothing to encrypt, and its checks hold at once.
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const validations = columns.map((column) => `alter table "${table}" validate constraint "${table}_${column}_check";`).join(' ');
      this.addSql(`do $$ begin if not exists (select from "${table}") then ${validations} end if; end $$;`);
    }
  }

  /** What is encrypted stays so: the version before cannot read it. */
  override down(): void {
    for (const [table, columns] of Object.entries(COLUMNS)) for (const column of columns) {
      this.addSql(`alter table "${table}" drop constraint "${table}_${column}_check";`);
    }
    this.addSql(`drop index "mail_to_hash_index";`);
    this.addSql(`alter table "mail" drop column "to_hash";`);
  }

}
