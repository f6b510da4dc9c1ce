/** A table's row-level security: which rows are there for whoever acts, and, where it differs, which may be written. */
export interface Wall {
  readonly sees: string;
  readonly writes?: string;
}

/** One setting of the scope (scope.ts); in brackets of its own, so that it is read once per statement and not once per row. */
const acting = (setting: string): string => `(select current_setting('acting.${setting}', true))`;
const actingId = (setting: string): string => `(select nullif(current_setting('acting.${setting}', true), '')::uuid)`;

/** The deputy's own appeals, and those that a colleague has passed on; each by an index of its own. */
export const OF_DEPUTY: readonly string[] = [
  `registered_on is not null and deputy_id = ${actingId('deputy')}`,
  `status = 'FORWARDED' and forwarded_to_id = ${actingId('deputy')}`,
];

/**
 * Which appeals there are. Says the same as `visibleTo` and `canRead`, and of applicants and partners what they may follow; tests compare
 * them. One CASE, because the planner takes it for one condition of unknown use and leaves the choice of the index to the query.
 */
export const APPEAL: Wall = {
  sees: `case ${acting('sees')}
    when 'ALL' then true
    when 'REGIONS' then region_code = any ((select string_to_array(current_setting('acting.regions', true), ' '))::text[])
    when 'DEPUTY' then ${OF_DEPUTY.map((one) => `(${one})`).join(' or ')}
    when 'APPEAL' then id = ${actingId('appeal')}
    when 'PARTNER' then partner_id = ${actingId('partner')}
    else false end`,
};

const isThere = (appealId: string): string => `exists (select from appeal of_appeal where of_appeal.id = ${appealId})`;
const unlessAll = (condition: string): string => `case ${acting('sees')} when 'ALL' then true else ${condition} end`;

/** What hangs on an appeal is there with it: the subquery meets the appeal's own wall. */
export const ofAppeal = (column: string): Wall => ({ sees: unlessAll(isThere(column)) });

/** Notes are there with the appeal for whoever works on it; for applicants, partners and analysts there is none, whatever a query asks. */
export const NOTE: Wall = {
  sees: `case when ${acting('as')} in ('SYSTEM', 'ADMINISTRATOR') then true when ${acting('as')} in ('MODERATOR', 'COORDINATOR', 'DEPUTY', 'AIDE') then ${isThere('note.appeal_id')} else false end`,
};

/** Templates of bodies and factions are there for who works in the region and for their deputies; a person's for that deputy's side. */
export const TEMPLATE: Wall = {
  sees: `case ${acting('sees')}
    when 'ALL' then true
    when 'REGIONS' then scope <> 'PERSON' and region_code = any ((select string_to_array(current_setting('acting.regions', true), ' '))::text[])
    when 'DEPUTY' then deputy_id = ${actingId('deputy')}
      or body_id in (select m.body_id from mandate m where m.deputy_id = ${actingId('deputy')} and m.is_current)
      or faction_id in (select m.faction_id from mandate m where m.deputy_id = ${actingId('deputy')} and m.is_current)
    else false end`,
};

/** The applicant's row is written before the appeal that makes it visible. */
export const APPLICANT: Wall = {
  sees: unlessAll('exists (select from appeal of_appeal where of_appeal.applicant_id = applicant.id)'),
  writes: 'true',
};

/**
 * An attachment is there with its appeal. One that stands in the draft of an answer is there for the deputy's side that writes it, and
 * one that stayed with an unsent answer for whoever wrote that; before it is attached, it is the server's own business and nobody's to see.
 */
export const ATTACHMENT: Wall = {
  sees: `case when attachment.appeal_id is not null then ${unlessAll(isThere('attachment.appeal_id'))}
    when ${acting('as')} = 'SYSTEM' then true
    when attachment.draft_id is not null then ${acting('as')} in ('DEPUTY', 'AIDE')
      and exists (select from appeal of_appeal where of_appeal.id = attachment.draft_id and of_appeal.deputy_id = ${actingId('deputy')})
    when attachment.kept_draft_id is not null then exists (select from kept_draft k where k.id = attachment.kept_draft_id and k.account = ${acting('account')})
    else false end`,
};

/** Partners with their keys and webhooks: the administrator's, and the server's own when it looks at a key or sends a message. */
export const PARTNERS: Wall = { sees: `${acting('as')} in ('SYSTEM', 'ADMINISTRATOR')` };

/** What was learned from letters: the server's own, and its figures are for whoever moderates or reads the whole. */
export const MODELS: Wall = { sees: `${acting('as')} in ('SYSTEM', 'ADMINISTRATOR', 'ANALYST', 'COORDINATOR', 'MODERATOR')`, writes: `${acting('as')} = 'SYSTEM'` };
/** What belongs to one person and is looked up by a secret: the service asks whose it is. */
export const SYSTEM_ALONE: Wall = { sees: `${acting('as')} = 'SYSTEM'` };

/** What a person started is there for that person, and for who answers for the whole. */
export const BULK_MOVE: Wall = { sees: `case when ${acting('as')} in ('SYSTEM', 'ADMINISTRATOR') then true else account = ${acting('account')} end` };

/** Its items are there with it. */
export const BULK_MOVE_ITEM: Wall = { sees: `case when ${acting('as')} = 'SYSTEM' then true else exists (select from bulk_move b where b.id = bulk_move_item.bulk_move_id) end` };

/** A view is its maker's; one that is shared is there for whoever works in its region. */
export const SAVED_VIEW: Wall = {
  sees: `case when ${acting('as')} = 'SYSTEM' then true when saved_view.region_code is null then account = ${acting('account')} else case ${acting('sees')}
    when 'ALL' then true when 'REGIONS' then saved_view.region_code = any ((select string_to_array(current_setting('acting.regions', true), ' '))::text[]) else false end end`,
};

/** A campaign is there with any of its appeals; it is written before its first one joins it. */
export const CAMPAIGN: Wall = {
  sees: unlessAll('exists (select from campaign_member m where m.campaign_id = campaign.id)'),
  writes: `${acting('sees')} in ('ALL', 'REGIONS')`,
};

/** A link hangs on the answer that it is for. */
export const FEEDBACK_LINK: Wall = { sees: unlessAll('exists (select from message m where m.id = feedback_link.answer_id)') };

/** Mails hold links that are secrets: the worker and the administrator's outbox read them, and applicants those to themselves. Whoever acts may write one about what is theirs. */
export const MAIL: Wall = {
  sees: `case ${acting('as')} when 'SYSTEM' then true when 'ADMINISTRATOR' then true when 'APPLICANT' then mail.appeal_id = ${actingId('appeal')} else false end`,
  writes: `mail.appeal_id is null or ${isThere('mail.appeal_id')}`,
};

/** What is no appeal's: the streams of accounts, partners and persons. The console may read them, and whoever acts may add to them. */
const unlessOfNoAppeal = (isOfAppeal: string, appealId: string, otherwise: string): string => `case when ${isOfAppeal} then ${isThere(appealId)} else ${otherwise} end`;
const OF_APPEAL = 'history_entry.appeal_id is not null';

/** The history of an appeal is there with it. */
export const HISTORY: Wall = {
  sees: unlessAll(unlessOfNoAppeal(OF_APPEAL, 'history_entry.appeal_id', `${acting('sees')} in ('REGIONS', 'DEPUTY')`)),
  writes: unlessAll(unlessOfNoAppeal(OF_APPEAL, 'history_entry.appeal_id', 'true')),
};

/** The words come in the statement of their entry, which is not yet to be seen then. */
export const HISTORY_TEXT: Wall = {
  sees: unlessAll('exists (select from history_entry e where e.id = history_text.entry_id)'),
  writes: 'true',
};

/** Whoever adds to a stream reads where it ends. */
export const HISTORY_HEAD: Wall = {
  sees: unlessAll(unlessOfNoAppeal(`history_head.stream like 'appeal:%'`, 'substr(history_head.stream, 8)::uuid', `coalesce(${acting('sees')}, '') <> ''`)),
};
