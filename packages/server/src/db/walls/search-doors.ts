import { APPEAL, OF_DEPUTY } from './policies.js';

// Text search is not leakproof, so that behind a policy it could not use its index; behind these doors the same wall stands as a plain
// condition. Every text that comes in is quoted (%L), and nothing but what the wall lets through is counted or given back.

/** So many appeals at most are ranked for one question; where about half as many are expected, and more, the freshest are taken. */
const RANKED_AT_MOST = 1_200;
/** Nor so many where a question has many terms, each of which is weighed in each appeal. */
const LEAST_RANKED = 300;
/** With so many in the freshest part nothing older is looked at. */
const PLENTY = 150;
/** Fewer in a part say no more of how many there are than this many do. */
const AS_GOOD_AS_NONE = 3;
/** Words that stand in one question stand together more often than PostgreSQL, which takes them for strangers, expects: at least so often, and of more words less. */
const TOGETHER = 0.2;
const ONE_MORE = 0.3;
/** Whoever sees no more appeals than this is asked by their ids: the index of words and that of ids meet before a row is read. */
const FEW = 5_000;

/** More letters lie between no two words that the server would take for each other; it counts more finely (search/nearness.ts). */
const SLIPS = `case when length(typed) <= 5 then 2 when length(typed) <= 9 then 3 else 4 end`;
/** Among so many words nearest to a typed one those that appeals have are looked for, the server chooses of so many, and of each so many appeals are counted. */
const NEAREST = 40;
const KNOWN_NEAR = 16;
const COUNTED_NEAR = 50;
/** Among about so many of the freshest a frequent word is looked for first, and where so many of them have it, the others need not be counted. */
const SAMPLE = 1_500;
const ENOUGH_IN_SAMPLE = 3;

/**
 * The wall: what of it an entry of the search says itself, and what the appeal says. Whoever changes `APPEAL` changes this: what the wall
 * lets through must pass here too.
 */
const WALL = `
  sees := current_setting('acting.sees', true);
  within := case when sees = 'REGIONS' then format(' and e.of_region = any (%L::text[])', string_to_array(current_setting('acting.regions', true), ' ')) else '' end;
  narrow := case when sees in ('ALL', 'REGIONS') then '' when sees in ('DEPUTY', 'APPEAL', 'PARTNER') then ' ' else ' and false' end;
  wall := ' and (' || $wall$${APPEAL.sees}$wall$ || ')';`;

const RUNNING = `a.status in (''REGISTERED'', ''IN_PROGRESS'', ''FORWARDED'', ''REOPENED'') and not a.forwarded_outside`;
/** Today where the appeal is: one day for the country, another for the regions named with it. */
const TODAY = `format('(case when a.region_code = any (%L::text[]) then %L::date else %L::date end)',
        array(select jsonb_array_elements_text(value -> 'elsewhere')), value ->> 'otherDay', value ->> 'today')`;

/** What else the question asks for: the filter of a list. What is not known here narrows nothing here, and the list's own condition does. */
const ONLY = `
  for key, value in select * from jsonb_each(asked) loop
    within := within || case key
      when 'regionCode' then format(' and e.of_region = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'submittedFrom' then format(' and e.sent_at >= %L::date::timestamptz', value #>> '{}')
      when 'submittedTo' then format(' and e.sent_at < (%L::date + 1)::timestamptz', value #>> '{}')
      when 'id' then format(' and e.appeal_id = %L::uuid', value #>> '{}')
      else '' end;
    narrow := narrow || case key
      when 'status' then format(' and a.status = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'topicCode' then format(' and a.topic_code = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'kind' then format(' and a.kind = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'channel' then format(' and a.channel = any (%L::text[])', array(select jsonb_array_elements_text(value)))
      when 'deputyId' then format(' and a.deputy_id = %L::uuid', value #>> '{}')
      when 'urgent' then ' and a.urgent = ' || (value = 'true'::jsonb)
      when 'awaitingModeration' then ' and a.status = ''SUBMITTED'''
      when 'daysLeft' then ' and ${RUNNING} and a.due_on - ' || ${TODAY} || format(' between %s and %s', (value ->> 'from')::int, (value ->> 'to')::int)
      when 'registrationOverdue' then ' and a.status = ''SUBMITTED'' and a.register_by < ' || ${TODAY}
      else '' end;
  end loop;`;

/**
 * What is read: entries alone where they say all that is asked for. Else of a deputy, who sees few appeals, the ids come first (`own`, the
 * first parameter of what is executed); for the others the appeal is read beside its entry.
 */
const READ_FROM = `
  head := ' from search_entry e where e.words @@ ';
  if narrow <> '' then
    if sees = 'DEPUTY' then
      execute 'select array(${OF_DEPUTY.map((one) => `select a.id from appeal a where ${one.replaceAll("'", "''")}' || narrow || '`).join(' union all ')} limit ${FEW + 1})' into own;
    elsif asked ? 'deputyId' then
      execute 'select array(select a.id from appeal a where true' || narrow || wall || ' limit ${FEW + 1})' into own;
    end if;
    if cardinality(own) <= ${FEW} then
      within := within || ' and e.appeal_id = any ($1)';
    else
      head := ' from search_entry e join appeal a on a.id = e.appeal_id where e.words @@ ';
      within := within || narrow || wall;
    end if;
  end if;`;
const DECLARED = `plan json; one float8; shares timestamptz[]; place float8; since timestamptz; sees text; within text; narrow text; wall text; head text; key text; value jsonb; own uuid[];`;

/** How many rows PostgreSQL expects of what is selected. */
const rowsOf = (selected: string, into: string): string => `execute 'explain (format json) select' || ${selected} into plan using own;
      ${into} := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;`;
/** The same of a question, into `one`. */
const expected = (words: string, within = 'within'): string => rowsOf(`head || quote_literal(${words}) || '::tsquery' || ${within}`, 'one');

/** Sets `since`: about such a share of all appeals is newer, as PostgreSQL counted them last. */
const since = (share: string): string => `
      shares := coalesce(shares, (select histogram_bounds::text::timestamptz[] from pg_stats where schemaname = 'public' and tablename = 'search_entry' and attname = 'sent_at'));
      place := (1 - (${share})) * (cardinality(shares) - 1);
      since := coalesce(shares[floor(place) + 1] + (shares[floor(place) + 2] - shares[floor(place) + 1]) * (place - floor(place)), '-infinity');`;

/** Ids of the appeals that a question finds, the best first, how many were looked at, and whether these were all and not the freshest alone; or all of them, in no order, where \`most\` is null. */
export const FOUND = `
  declare
    ${DECLARED} score text := '0'; guess float8; rarest float8; part float8; low float8; overflowed boolean := false; tries int := 0; many int := 0;
    at_most int := greatest(${LEAST_RANKED}, least(${RANKED_AT_MOST}, ${3 * RANKED_AT_MOST} / greatest(cardinality(terms), 1)));
    ids uuid[]; scores float8[];
  begin
    ${WALL} ${ONLY} ${READ_FROM}
    -- Reading a few thousand entries takes less than what the index takes for a question of many words.
    if cardinality(own) <= ${FEW} and cardinality(terms) > 0 then
      ${expected('wanted', `''`)}
      if cardinality(terms) > 1 or one >= ${FEW} then perform set_config('enable_bitmapscan', 'off', true); end if;
    end if;
    if most is null then
      return query execute 'select e.appeal_id, 0::float8, true, 0' || head || quote_literal(wanted) || '::tsquery' || within using own;
      return;
    end if;
    for i in 1 .. cardinality(terms) loop
      score := score || format(' + %s * coalesce(nullif(ts_rank(''{0.1,0.3,0.6,1}'', e.words, %L::tsquery), 0), %s * ts_rank(''{0.1,0.3,0.6,1}'', e.words, %L::tsquery))',
        weights[i], terms[i], case when likes[i] = terms[i] then '0' else '0.45' end, likes[i]);
    end loop;
    for i in 1 .. cardinality(better) loop
      score := score || format(' + case when e.words @@ %L::tsquery then 1 + 0.5 * ts_rank_cd(''{0.1,0.3,0.6,1}'', e.words, %1$L::tsquery, 1) else 0 end', better[i]);
    end loop;
    ${expected('wanted')}
    guess := one;
    if cardinality(terms) > 1 and guess < at_most then
      for i in 1 .. cardinality(terms) loop
        ${expected('terms[i]')}
        rarest := least(rarest, one);
      end loop;
      guess := greatest(guess, ${TOGETHER} * power(${ONE_MORE}, cardinality(terms) - 2) * rarest);
    end if;
    part := least(1, at_most / 2 / greatest(guess, 1));
    loop
      tries := tries + 1;
      if part < 1 then ${since('part')} end if;
      execute 'with found as materialized (select e.appeal_id as id, ((' || score || ') * (1 + 0.15 * exp(-extract(epoch from ' || quote_literal(today)
        || '::timestamptz - e.sent_at) / 10368000)))::float8 as score' || head || quote_literal(wanted) || '::tsquery' || within
        || case when part < 1 then format(' and e.sent_at >= %L::timestamptz', since) else '' end || ') select array_agg(c.id), array_agg(c.score) from (select id, score from found limit ' || at_most || ') c'
        into ids, scores using own;
      many := greatest(many, cardinality(ids));
      exit when tries = 4;
      if cardinality(ids) = at_most then
        overflowed := true;
        part := case when low is null then part / 4 else sqrt(low * part) end;
      elsif part < 1 and not overflowed and coalesce(cardinality(ids), 0) < ${PLENTY} then
        low := part;
        part := least(1, part * at_most / 2.0 / greatest(coalesce(cardinality(ids), 0), ${AS_GOOD_AS_NONE}));
      else exit;
      end if;
    end loop;
    return query select f.id, f.score, part >= 1 and cardinality(ids) < at_most, many from unnest(ids, scores) as f (id, score) order by f.score desc, f.id desc limit most;
  end`;

/** Planned as if all were counted: a plan that hopes to meet a few early reads everything where there are none. */
const counting = (words: string, most: string, into: string, within = 'within'): string =>
  `execute 'with found as materialized (select 1 as one' || head || ${words} || '::tsquery' || (${within}) || ') select count(*) from (select from found limit ' || ${most} || ') c' into ${into} using own;`;

/** What PostgreSQL expects in so many appeals of the country is frequent, and need not be counted to know it. */
const FREQUENT = 5_000;
/** From so many of its own on, the appeals of a region are not put beside those of a word of which few are counted: it is quicker to look where each of these is. */
const LARGE = 20_000;

/** How many there are within, and how to look for the first few that have a word. */
const LOOKED_THROUGH = `
    one_by_one := within;
    if narrow = '' then
      ${rowsOf(`' from search_entry e where true' || within`, 'within_all')}
      within_all := greatest(within_all, 1);
      if within_all >= ${LARGE} then one_by_one := replace(within, ' e.of_region = ', ' e.of_region || '''' = '); end if;
    end if;`;

/** How many appeals each question finds within the wall, counted up to \`most\`; \`roughly\`, what is frequent in the country has what PostgreSQL expects of it there. */
export const COUNTED = `
  declare ${DECLARED} counts int[] := '{}'; within_all float8; one_by_one text;
  begin
    ${WALL} ${ONLY} ${READ_FROM}
    if roughly then ${LOOKED_THROUGH} end if;
    for i in 1 .. cardinality(wanted) loop
      if roughly then
        ${expected('wanted[i]', `''`)}
        if one >= ${FREQUENT} then
          counts := counts || least(greatest(one, most), 1e9)::int;
          continue;
        end if;
      end if;
      ${counting('quote_literal(wanted[i])', 'most', 'one', 'coalesce(one_by_one, within)')}
      counts := counts || one::int;
    end loop;
    return counts;
  end`;

/** Words like those that were typed, of each stem the nearest, and how many appeals within the wall have it; those that none has stay unsaid. */
export const WORDS_NEAR = `
  declare ${DECLARED} asked jsonb := '{}'; within_all float8; one_by_one text; sample text; typed text; known record; many int; known_near int;
  begin
    ${WALL} ${READ_FROM} ${LOOKED_THROUGH}
    if narrow = '' then
      ${since(`least(1, ${SAMPLE} / within_all)`)}
      sample := within || format(' and e.sent_at >= %L::timestamptz', since);
    elsif cardinality(own) <= ${FEW} then
      within_all := cardinality(own);
      sample := ' and e.appeal_id = any ($1[1:${SAMPLE}])';
    end if;
    foreach typed in array wanted loop
      known_near := 0;
      perform set_config('pg_trgm.similarity_threshold', case when length(typed) <= 5 then '0.2' else '0.3' end, true);
      for known in select n.* from (
          select distinct on (l.stem) l.word, l.stem, l.alike from (
            select s.word, (tsvector_to_array(to_tsvector('russian', s.word)))[1] as stem, similarity(s.word, typed) as alike from search_word s
            where s.word % typed and s.word <> typed and levenshtein_less_equal(s.word, typed, ${SLIPS}) <= ${SLIPS} order by alike desc limit ${NEAREST}) l
          where l.stem is not null order by l.stem, l.alike desc, l.word) n
        order by n.alike desc, n.word loop
        many := 0;
        ${expected('quote_literal(known.stem)', `''`)}
        if one >= ${FREQUENT} and sample is not null then
          perform set_config('enable_bitmapscan', 'off', true);
          ${counting('quote_literal(quote_literal(known.stem))', `'${COUNTED_NEAR}'`, 'many', 'sample')}
          perform set_config('enable_bitmapscan', 'on', true);
          many := case when many >= ${ENOUGH_IN_SAMPLE} then least(${COUNTED_NEAR}, many * greatest(1, within_all / ${SAMPLE})) else 0 end;
        end if;
        if many = 0 then
          ${counting('quote_literal(quote_literal(known.stem))', `'${COUNTED_NEAR}'`, 'many', 'one_by_one')}
        end if;
        if many > 0 then
          word := typed; near := known.word; stem := known.stem; appeals := many;
          return next;
          known_near := known_near + 1;
          exit when known_near = ${KNOWN_NEAR};
        end if;
      end loop;
    end loop;
  end`;

/**
 * How these doors are planned. An entry is wide, and reading one costs hundreds of times what a row of an index does, which PostgreSQL does not
 * reckon with: it takes words that stand together for rare, and would rather read all entries that have them than put the index of words
 * and the one of region and day, or of ids, together. Compiling a statement or starting a helper takes longer than most of these run; and a
 * set of rows that does not fit into the memory for it is looked through once more.
 */
export const PLANNED = 'set jit = off set work_mem = 32768 set cpu_tuple_cost = 1 set seq_page_cost = 0.01 set random_page_cost = 0.01 set enable_bitmapscan = on set max_parallel_workers_per_gather = 0';
