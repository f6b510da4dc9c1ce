import { APPEAL } from './policies.js';

// Text search is not leakproof, so that behind a policy it could not use its index; behind these doors the same wall stands as a plain
// condition. Every text that comes in is quoted (%L), and nothing but what the wall lets through is counted or given back.

/** So many appeals at most are ranked for one question; where about half as many are expected, and more, the freshest are taken. */
const RANKED_AT_MOST = 2_000;
/** Nor so many where a question has many terms, each of which is weighed in each appeal. */
const LEAST_RANKED = 300;
/** With so many in the freshest part nothing older is looked at. */
const PLENTY = 150;

/** More letters lie between no two words that the server would take for each other; it counts more finely (search/nearness.ts). */
const SLIPS = `case when length(typed) <= 5 then 2 when length(typed) <= 9 then 3 else 4 end`;
/** Of so many words nearest to a typed one the server chooses, and of each so many appeals are counted. */
const NEAREST = 40;
const COUNTED_NEAR = 50;

/**
 * The wall, and before it what of it the planner can use an index for, said once: it would take a repetition for one more sieve. Whoever
 * changes `APPEAL` changes this: what the wall lets through must pass here too.
 */
const WALL = `
  within := case current_setting('acting.sees', true)
    when 'REGIONS' then format(' and e.of_region = any (%L::text[])', string_to_array(current_setting('acting.regions', true), ' '))
    when 'DEPUTY' then format(' and (a.deputy_id = %L::uuid or a.forwarded_to_id = %1$L::uuid)', nullif(current_setting('acting.deputy', true), ''))
    when 'ALL' then '' when 'APPEAL' then '' when 'PARTNER' then '' else ' and false' end;
  wall := ' and (' || $wall$${APPEAL.sees}$wall$ || ')';`;

const RUNNING = `a.status in (''REGISTERED'', ''IN_PROGRESS'', ''FORWARDED'', ''REOPENED'') and not a.forwarded_outside`;
/** Today where the appeal is: one day for the country, another for the regions named with it. */
const TODAY = `format('(case when a.region_code = any (%L::text[]) then %L::date else %L::date end)',
        array(select jsonb_array_elements_text(value -> 'elsewhere')), value ->> 'otherDay', value ->> 'today')`;

/** What else the question asks for: the filter of a list. What is not known here narrows nothing here, and the list's own condition does. */
const ONLY = `
  for key, value in select * from jsonb_each(asked) loop
    within := within || ' and ' || case key
      when 'status' then format('a.status = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'regionCode' then format('e.of_region = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'topicCode' then format('a.topic_code = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'kind' then format('a.kind = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'channel' then format('a.channel = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'deputyId' then format('a.deputy_id = %L::uuid', value #>> '{}')
      when 'submittedFrom' then format('e.sent_at >= %L::date::timestamptz', value #>> '{}')
      when 'submittedTo' then format('e.sent_at < (%L::date + 1)::timestamptz', value #>> '{}')
      when 'urgent' then 'a.urgent = ' || (value = 'true'::jsonb)
      when 'awaitingModeration' then 'a.status = ''SUBMITTED'''
      when 'daysLeft' then '${RUNNING} and a.due_on - ' || ${TODAY} || format(' between %s and %s', (value ->> 'from')::int, (value ->> 'to')::int)
      when 'registrationOverdue' then 'a.status = ''SUBMITTED'' and a.register_by < ' || ${TODAY}
      when 'id' then format('a.id = %L::uuid', value #>> '{}')
      else 'true' end;
  end loop;`;

const FROM = `' from search_entry e join appeal a on a.id = e.appeal_id where e.words @@ '`;

/** Ids of the appeals that a question finds, the best first, and whether all were looked at and not the freshest alone; or all of them, in no order, where \`most\` is null. */
export const FOUND = `
  declare
    within text; wall text; key text; value jsonb; score text := '0'; head text; plan json; guess float8; part float8; oldest timestamptz; tries int := 0;
    at_most int := greatest(${LEAST_RANKED}, least(${RANKED_AT_MOST}, ${2 * RANKED_AT_MOST} / greatest(cardinality(terms), 1)));
    ids uuid[]; scores float8[];
  begin
    ${WALL} ${ONLY}
    within := within || wall;
    head := ${FROM} || quote_literal(wanted) || '::tsquery';
    if most is null then
      return query execute 'select a.id, 0::float8, true' || head || within;
      return;
    end if;
    for i in 1 .. cardinality(terms) loop
      score := score || format(' + %s * coalesce(nullif(ts_rank(''{0.1,0.3,0.6,1}'', e.words, %L::tsquery), 0), %s * ts_rank(''{0.1,0.3,0.6,1}'', e.words, %L::tsquery))',
        weights[i], terms[i], case when likes[i] = terms[i] then '0' else '0.45' end, likes[i]);
    end loop;
    for i in 1 .. cardinality(better) loop
      score := score || format(' + case when e.words @@ %L::tsquery then 1 + 0.5 * ts_rank_cd(''{0.1,0.3,0.6,1}'', e.words, %1$L::tsquery, 1) else 0 end', better[i]);
    end loop;
    execute 'explain (format json) select' || head || within into plan;
    guess := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
    select min(sent_at) into oldest from search_entry;
    part := least(1, at_most / 2 / greatest(guess, 1));
    loop
      tries := tries + 1;
      execute 'with found as materialized (select a.id, ((' || score || ') * (1 + 0.15 * exp(-extract(epoch from ' || quote_literal(today)
        || '::timestamptz - e.sent_at) / 10368000)))::float8 as score' || head || within
        || case when part < 1 then format(' and e.sent_at >= %L::timestamptz', today - (today - oldest) * part) else '' end || ') select array_agg(c.id), array_agg(c.score) from (select id, score from found limit ' || at_most || ') c' into ids, scores;
      exit when tries = 4;
      if cardinality(ids) = at_most then part := part / 4;
      elsif part < 1 and coalesce(cardinality(ids), 0) < ${PLENTY} then part := least(1, part * 4);
      else exit;
      end if;
    end loop;
    return query select f.id, f.score, part >= 1 and cardinality(ids) < at_most from unnest(ids, scores) as f (id, score) order by f.score desc, f.id desc limit most;
  end`;

/** Where no more than region and day of an appeal are asked for, its entry says them, and nothing else is read to count. */
const COUNTED_FROM = `
    head := ' from search_entry e where e.words @@ ';
    if current_setting('acting.sees', true) not in ('ALL', 'REGIONS') or exists (select from jsonb_object_keys(asked) as k (asks) where k.asks not in ('regionCode', 'submittedFrom', 'submittedTo')) then
      head := ${FROM};
      within := within || wall;
    end if;`;

/** Planned as if all were counted: a plan that hopes to meet a few early reads everything where there are none. */
const counting = (words: string, most: string): string =>
  `'with found as materialized (select 1 as one' || head || ${words} || '::tsquery' || within || ') select count(*) from (select from found limit ' || ${most} || ') c'`;

/** What so many appeals of the country have by PostgreSQL's own statistics is frequent, and need not be counted to know it. */
const FREQUENT = 5_000;

/** How many appeals each question finds within the wall, counted up to \`most\`; \`roughly\`, what is frequent in the country has \`most\`. */
export const COUNTED = `
  declare within text; wall text; head text; key text; value jsonb; counts int[] := '{}'; one int; frequent text[];
  begin
    ${WALL} ${ONLY} ${COUNTED_FROM}
    if roughly then
      select array_agg(c.word) into frequent from pg_stats s, pg_class t, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as c (word, share)
        where s.schemaname = 'public' and s.tablename = 'search_entry' and s.attname = 'words' and t.oid = 'public.search_entry'::regclass and c.share * t.reltuples >= ${FREQUENT};
    end if;
    for i in 1 .. cardinality(wanted) loop
      if roughly and wanted[i] !~ '[&<!]' and exists (select from regexp_matches(wanted[i], '''([^'']+)''', 'g') as said where said[1] = any (frequent)) then
        counts := counts || most;
        continue;
      end if;
      execute ${counting(`quote_literal(wanted[i])`, 'most')} into one;
      counts := counts || one;
    end loop;
    return counts;
  end`;

/** Words like those that were typed, of each stem the nearest, and how many appeals within the wall have it; those that none has stay unsaid. */
export const WORDS_NEAR = `
  declare within text; wall text; head text; asked jsonb := '{}'; typed text; known record; many int;
  begin
    ${WALL} ${COUNTED_FROM}
    foreach typed in array wanted loop
      perform set_config('pg_trgm.similarity_threshold', case when length(typed) <= 5 then '0.2' else '0.3' end, true);
      for known in select n.* from (
          select distinct on (l.stem) l.word, l.stem, l.alike from (
            select s.word, (tsvector_to_array(to_tsvector('russian', s.word)))[1] as stem, similarity(s.word, typed) as alike from search_word s
            where s.word % typed and s.word <> typed and levenshtein_less_equal(s.word, typed, ${SLIPS}) <= ${SLIPS} order by alike desc limit ${NEAREST}) l
          where l.stem is not null order by l.stem, l.alike desc, l.word) n
        order by n.alike desc, n.word loop
        execute ${counting(`quote_literal(quote_literal(known.stem))`, `'${COUNTED_NEAR}'`)} into many;
        if many > 0 then
          word := typed; near := known.word; stem := known.stem; appeals := many;
          return next;
        end if;
      end loop;
    end loop;
  end`;

/**
 * How these doors are planned. Looking for words in a row costs forty times what PostgreSQL reckons with, so that it would rather read a
 * whole region than the index; compiling a statement or starting a helper takes longer than most of these run.
 */
export const PLANNED = 'set jit = off set cpu_operator_cost = 0.1 set random_page_cost = 1.1 set max_parallel_workers_per_gather = 0';
