import { Migration } from '@mikro-orm/migrations';

/** History is append-only for everybody, and the end of an account's right is heard at once by every server. */
export class Migration20261124000100_guards extends Migration {
  override name = 'Migration20261124000100_guards';

  override up(): void {
    this.addSql(`
      create function history_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'history_entry is append-only';
      end $$;
      create trigger history_is_append_only before update or delete on history_entry
        for each row execute function history_is_append_only();

      create function account_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('voter_deputy', json_build_object('kind', 'account.changed', 'accountId', new.id)::text);
        return new;
      end $$;
      create trigger account_changed after update of role, regions, deputy_id, deactivated_at on account
        for each row execute function account_changed();`);
  }

  override down(): void {
    this.addSql(`
      drop trigger account_changed on account;
      drop function account_changed();
      drop trigger history_is_append_only on history_entry;
      drop function history_is_append_only();`);
  }
}
