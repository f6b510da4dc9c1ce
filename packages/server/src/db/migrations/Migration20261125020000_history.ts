import { randomBytes } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { appended, digestOfText, EMPTY_HEAD, type ChainHead } from '../../history/chain.js';

/** An entry as it stood before streams and chains. */
interface Before {
  id: string;
  appeal_id: string;
  position: number;
  event: string;
  move: string | null;
  from_status: string | null;
  to_status: string | null;
  actor_kind: string;
  actor_name: string;
  account: string | null;
  reason: string | null;
  at: string;
}

const BATCH = 5000;
const CODE = /^[A-Z][A-Z0-9_]*$/;

/** History becomes streams, chained by hash; what was on record before is chained as it stands. */
export class Migration20261125020000_history extends Migration {
  override name = 'Migration20261125020000_history';

  override async up(): Promise<void> {
    for (const statement of BUILD) await this.execute(statement);
    await this.chain();
    for (const statement of CLOSE) await this.execute(statement);
  }

  override async down(): Promise<void> {
    for (const statement of BACK) await this.execute(statement);
  }

  /** In batches, for a service that ran for years has millions. */
  private async chain(): Promise<void> {
    let [appeal, position] = ['00000000-0000-0000-0000-000000000000', 0];
    let head: ChainHead = EMPTY_HEAD;
    for (;;) {
      const batch = (await this.execute(
        `select id, appeal_id, position, event, move, from_status, to_status, actor_kind, actor_name, account, reason,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from history_before where (appeal_id, position) > (?::uuid, ?::int) order by appeal_id, position limit ${BATCH}`, [appeal, position],
      )) as unknown as Before[];
      if (batch.length === 0) return;
      const entries: object[] = [];
      const texts: object[] = [];
      for (const row of batch) {
        // Numbered anew: an older version may have left a gap.
        if (row.appeal_id !== appeal) head = EMPTY_HEAD;
        [appeal, position] = [row.appeal_id, row.position];
        const words = row.reason !== null && !CODE.test(row.reason) ? row.reason : null;
        const salt = words === null ? null : randomBytes(16).toString('base64url');
        const textDigest = salt === null ? null : digestOfText(salt, words!);
        const reason = words === null ? row.reason : null;
        const before = head.hash;
        const entry = {
          stream: `appeal:${row.appeal_id}`, position: head.position + 1, id: row.id, event: row.event, move: row.move, fromStatus: row.from_status,
          toStatus: row.to_status, actorKind: row.actor_kind, actorName: row.actor_name, account: row.account, reason, textDigest, at: new Date(row.at),
        };
        head = appended(entry, head);
        entries.push({ ...row, stream: entry.stream, position: entry.position, reason, text_digest: textDigest, prev_hash: before, hash: head.hash });
        if (salt !== null) texts.push({ entry_id: row.id, salt, text: words });
      }
      await this.execute(`insert into history_entry (${COLUMNS}) select ${COLUMNS} from jsonb_populate_recordset(null::history_entry, ?::jsonb)`, [JSON.stringify(entries)]);
      await this.execute('insert into history_text (entry_id, salt, text) select entry_id, salt, text from jsonb_populate_recordset(null::history_text, ?::jsonb)', [JSON.stringify(texts)]);
    }
  }
}

const COLUMNS = 'id, stream, position, event, move, from_status, to_status, actor_kind, actor_name, account, reason, text_digest, at, prev_hash, hash';

const BUILD = [
  `create temporary table history_before on commit drop as select * from history_entry`,
  `create index on history_before (appeal_id, position)`,
  `drop table "history_entry" cascade`,
  `drop function "history_entry_history_is_append_only_fn"()`,
  `create table "history_entry" ("id" uuid not null, "stream" varchar(255) collate "C" not null, "appeal_id" uuid generated always as (case when (stream like 'appeal:%') then (substr(stream, 8))::uuid end) stored null, "position" int not null, "event" text not null, "move" text null, "from_status" text null, "to_status" text null, "actor_kind" text not null, "actor_name" varchar(255) not null, "account" varchar(255) null, "reason" varchar(255) null, "text_digest" char(43) null, "at" timestamptz(3) not null, "prev_hash" char(43) not null, "hash" char(43) not null, primary key ("id"))`,
  `create table "history_head" ("stream" varchar(255) collate "C" not null, "position" int not null, "hash" char(43) not null, primary key ("stream"))`,
  `create table "history_text" ("entry_id" uuid not null, "salt" varchar(255) not null, "text" text not null, primary key ("entry_id"))`,
];

const CLOSE = [
  `insert into history_head (stream, position, hash) select distinct on (stream) stream, position, hash from history_entry order by stream, position desc`,
  `comment on table "history_entry" is 'Append-only, chained by hash within a stream: who did what, when, why, from and to (rules §1, docs/adr/0010)'`,
  `comment on column "history_entry"."stream" is 'What it is the history of: ''appeal:<id>'', ''account:<id>'', ''partner:<id>'', ''personal:<id>'''`,
  `comment on column "history_entry"."appeal_id" is 'The appeal of an appeal stream; without a foreign key, for the record outlives what it is about'`,
  `comment on column "history_entry"."position" is '1, 2, 3 … within the stream'`,
  `comment on column "history_entry"."reason" is 'A code; words of people are in history_text'`,
  `comment on column "history_entry"."text_digest" is 'Salted digest of the words in history_text, which stays when they are erased'`,
  `comment on column "history_entry"."prev_hash" is 'The hash of the entry before; 43 «A» before the first'`,
  `comment on column "history_entry"."hash" is 'Over everything above and the hash before (history/chain.ts)'`,
  `comment on table "history_head" is 'Where each stream of history ends: a tail cut off is found by it, and appends to one stream wait for each other here'`,
  `comment on table "history_text" is 'Words of people in the record: apart, because they may have to be erased (rules §6). The chain holds their salted digest alone'`,
  `comment on column "history_text"."entry_id" is 'The entry of history that was said with it'`,
  `alter table "history_entry" add constraint "history_entry_stream_position_unique" unique ("stream", "position")`,
  `create index "history_entry_appeal_id_position_index" on "history_entry" ("appeal_id", "position")`,
  `alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED', 'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED'))`,
  `alter table "history_entry" add constraint "history_entry_move_check" check ("move" in ('SUBMIT', 'REQUEST_CLARIFICATION', 'CLARIFY', 'LAPSE', 'REJECT', 'REGISTER', 'BEGIN', 'ANSWER', 'FORWARD_TO_DEPUTY', 'ACCEPT_FORWARDED', 'RETURN_FORWARDED', 'FORWARD_OUTSIDE', 'HAND_OVER', 'EXTEND', 'RETURN_TO_MODERATION', 'WITHDRAW', 'REOPEN', 'REOPEN_BY_STAFF', 'CLOSE'))`,
  `alter table "history_entry" add constraint "history_entry_from_status_check" check ("from_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'))`,
  `alter table "history_entry" add constraint "history_entry_to_status_check" check ("to_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'))`,
  `alter table "history_entry" add constraint "history_entry_actor_kind_check" check ("actor_kind" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'))`,
  `create function "history_entry_history_is_append_only_fn"() returns trigger as $$ begin raise exception 'history_entry is append-only'; end; $$ language plpgsql`,
  `create trigger "history_is_append_only" BEFORE UPDATE OR DELETE on "history_entry" for each ROW execute function "history_entry_history_is_append_only_fn"()`,
  `create function "history_entry_history_is_never_emptied_fn"() returns trigger as $$ begin raise exception 'history_entry is append-only'; end; $$ language plpgsql`,
  `create trigger "history_is_never_emptied" BEFORE TRUNCATE on "history_entry" for each STATEMENT execute function "history_entry_history_is_never_emptied_fn"()`,
  `create function "history_head_history_head_only_grows_fn"() returns trigger as $$ begin if tg_op = 'DELETE' or new.stream <> old.stream or not (new.position = old.position + 1 or new = old) then raise exception 'history_head only grows'; end if; return new; end; $$ language plpgsql`,
  `create trigger "history_head_only_grows" BEFORE UPDATE OR DELETE on "history_head" for each ROW execute function "history_head_history_head_only_grows_fn"()`,
  `create function "history_text_history_text_never_changes_fn"() returns trigger as $$ begin raise exception 'history_text is never changed'; end; $$ language plpgsql`,
  `create trigger "history_text_never_changes" BEFORE UPDATE on "history_text" for each ROW execute function "history_text_history_text_never_changes_fn"()`,
];

const BACK = [
  `create temporary table history_before on commit drop as select h.*, t.text from history_entry h left join history_text t on t.entry_id = h.id where appeal_id is not null and event in ('MOVE', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED') and move is distinct from 'HAND_OVER'`,
  `drop table "history_entry", "history_text", "history_head" cascade`,
  `drop function "history_entry_history_is_append_only_fn"()`,
  `drop function "history_entry_history_is_never_emptied_fn"()`,
  `drop function "history_head_history_head_only_grows_fn"()`,
  `drop function "history_text_history_text_never_changes_fn"()`,
  `create table "history_entry" ("id" uuid not null, "appeal_id" uuid not null, "position" int not null, "event" text not null, "move" text null, "from_status" text null, "to_status" text null, "actor_kind" text not null, "actor_name" varchar(255) not null, "account" varchar(255) null, "reason" text null, "at" timestamptz(3) not null, primary key ("id"))`,
  `insert into history_entry select id, appeal_id, row_number() over (partition by appeal_id order by position), event, move, from_status, to_status, actor_kind, actor_name, account, coalesce(text, reason), at from history_before`,
  `comment on table "history_entry" is 'Append-only: who did what, when, why, from and to (rules §1)'`,
  `comment on column "history_entry"."position" is '1, 2, 3 … within the appeal'`,
  `alter table "history_entry" add constraint "history_entry_appeal_id_position_unique" unique ("appeal_id", "position")`,
  `alter table "history_entry" add constraint "history_entry_appeal_id_foreign" foreign key ("appeal_id") references "appeal" ("id")`,
  `alter table "history_entry" add constraint "history_entry_event_check" check ("event" in ('MOVE', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED'))`,
  `alter table "history_entry" add constraint "history_entry_move_check" check ("move" in ('SUBMIT', 'REQUEST_CLARIFICATION', 'CLARIFY', 'LAPSE', 'REJECT', 'REGISTER', 'BEGIN', 'ANSWER', 'FORWARD_TO_DEPUTY', 'ACCEPT_FORWARDED', 'RETURN_FORWARDED', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION', 'WITHDRAW', 'REOPEN', 'REOPEN_BY_STAFF', 'CLOSE'))`,
  `alter table "history_entry" add constraint "history_entry_from_status_check" check ("from_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'))`,
  `alter table "history_entry" add constraint "history_entry_to_status_check" check ("to_status" in ('SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'))`,
  `alter table "history_entry" add constraint "history_entry_actor_kind_check" check ("actor_kind" in ('MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'))`,
  `create function "history_entry_history_is_append_only_fn"() returns trigger as $$ begin raise exception 'history_entry is append-only'; end; $$ language plpgsql`,
  `create trigger "history_is_append_only" BEFORE UPDATE OR DELETE on "history_entry" for each ROW execute function "history_entry_history_is_append_only_fn"()`,
];
