import { WAITING } from '../../files/attachment.entity.js';
import { APPEAL } from './policies.js';
import { COUNTED, FOUND, PLANNED, WORDS_NEAR } from './search-doors.js';

/** What the server's role may do beyond its rights, each one narrow question or deed with the rights of the owner. */
export interface Door {
  /** Name and types of the arguments. */
  readonly name: string;
  /** What stands behind the name in CREATE FUNCTION. */
  readonly definition: string;
}

const door = (name: string, types: string, args: string, returns: string, body: string, volatility = 'stable'): Door => ({
  name: `${name}(${types})`,
  definition: `${name}(${args}) returns ${returns} language plpgsql ${volatility} security definer set search_path = public, pg_temp as $door$ ${body} $door$`,
});

/** Before anybody's rights are known (lookups.ts), for the index of the search, and for the queue of jobs. */
export const DOORS: readonly Door[] = [
  door('appeal_by_number', 'text', 'wanted text', 'table (id uuid, code_hash text, partner_id uuid)',
    'begin return query select a.id, a.code_hash::text, a.partner_id from appeal a where a.number = wanted; end'),
  door('appeal_by_client_key', 'text, uuid', 'wanted text, of_partner uuid', 'uuid',
    'begin return (select a.id from appeal a where a.client_key = wanted and a.partner_id is not distinct from of_partner); end'),
  door('appeal_by_feedback_link', 'text', 'hash text', 'uuid',
    'begin return (select m.appeal_id from feedback_link l join message m on m.id = l.answer_id where l.token_hash = hash or l.continuation_hash = hash); end'),
  door('appeal_by_promise_link', 'text', 'hash text', 'uuid',
    'begin return (select o.appeal_id from promise o where o.link_hash = hash); end'),
  door('search_found', 'text, text[], text[], float8[], text[], jsonb, timestamptz, int',
    'wanted text, terms text[], likes text[], weights float8[], better text[], asked jsonb, today timestamptz, most int', 'table (id uuid, score float8, whole boolean, looked int)', FOUND, `volatile ${PLANNED}`),
  door('search_counted', 'text[], jsonb, int, boolean', 'wanted text[], asked jsonb, most int, roughly boolean', 'int[]', COUNTED, `volatile ${PLANNED}`),
  door('search_words_near', 'text[]', 'wanted text[]', 'table (word text, near text, stem text, appeals int)', WORDS_NEAR, `volatile ${PLANNED}`),
  // Whoever uploaded a file knows its secret, and is the account or partner that it came from; what it is attached to must be theirs to see.
  door('attach_uploads', 'text[], uuid, uuid, text, uuid, timestamptz',
    'hashes text[], of_appeal uuid, of_message uuid, of_account text, of_partner uuid, now_is timestamptz', 'setof uuid',
    `begin return query update attachment t set appeal_id = of_appeal, message_id = of_message, position = array_position(hashes, t.token_hash::text), attached_at = now_is
      where t.token_hash = any (hashes) and ${WAITING} and t.state in ('READY', 'SCANNING')
        and t.account is not distinct from of_account and t.partner_id is not distinct from of_partner
        and exists (select from appeal where id = of_appeal and (${APPEAL.sees}))
      returning t.id; end`, 'volatile'),
  // The same for the draft of an answer, or for one that was not sent: the deputy's side writes them, and what is in them already stays in its order.
  door('attach_to_draft', 'text[], uuid, uuid, text, int, timestamptz',
    'hashes text[], of_appeal uuid, of_kept uuid, of_account text, behind int, now_is timestamptz', 'setof text',
    `begin return query update attachment t set draft_id = case when of_kept is null then of_appeal end, kept_draft_id = of_kept,
        position = behind + array_position(hashes, t.token_hash::text), attached_at = now_is
      where t.token_hash = any (hashes) and ${WAITING} and t.state in ('READY', 'SCANNING') and t.account = of_account
        and exists (select from appeal where id = of_appeal and (${APPEAL.sees}) and deputy_id = nullif(current_setting('acting.deputy', true), '')::uuid)
        and (of_kept is null or exists (select from kept_draft k where k.id = of_kept and k.appeal_id = of_appeal and k.account = of_account))
      returning t.token_hash::text; end`, 'volatile'),
  door('enqueue_job', 'text, json, text, timestamptz, int, text', 'task text, payload json, job_key text, run_at timestamptz, max_attempts int, queue_name text', 'void',
    `begin perform graphile_worker.add_job(task, payload := payload, job_key := job_key, run_at := run_at, max_attempts := max_attempts, queue_name := queue_name); end`, 'volatile'),
  // A move that is taken back: what it made is gone, and nothing else.
  door('unmake', 'uuid', 'step_id uuid', 'void',
    `declare made jsonb; begin
      select s.made::jsonb into made from undo_step s where s.id = step_id and s.undone_at is null;
      delete from promise o where o.answer_id::text in (select jsonb_array_elements_text(made->'messages'));
      delete from message m where m.id::text in (select jsonb_array_elements_text(made->'messages'));
      delete from question q where q.id::text in (select jsonb_array_elements_text(made->'questions')); end`, 'volatile'),
];
