import { Migration } from '@mikro-orm/migrations';

/** As long as this may be what one thread adds to the index; a tsvector has a limit of its own. */
const MAX_THREAD = 100_000;

/** The search of appeals: an index of its own with the thread in it, and a list of words to find what a misspelt one meant. */
export class Migration20261130010000_search extends Migration {
  override name = 'Migration20261130010000_search';

  override up(): void {
    this.addSql(`create extension if not exists fuzzystrmatch;`);
    this.addSql(`create table "search_entry" ("appeal_id" uuid not null, "of_region" varchar(255) not null, "sent_at" timestamptz(3) not null, "words" tsvector not null, primary key ("appeal_id"));`);
    this.addSql(`comment on table "search_entry" is 'What an appeal is found by; kept by triggers, apart from the appeal, so that a move does not write the index anew';`);
    this.addSql(`comment on column "search_entry"."words" is 'Number and subject (A), letter (B), questions and thread (C); no name, no contact, no draft, no note';`);
    // Ranking reads the words of thousands of rows: unpacking each would cost more than ranking it.
    this.addSql(`alter table "search_entry" alter column "words" set storage external;`);
    this.addSql(`alter table "search_entry" set (toast_tuple_target = 8160);`);
    this.addSql(`create table "search_word" ("id" bigserial primary key, "word" text not null);`);
    this.addSql(`comment on table "search_word" is 'Words that appeals are written in, for finding what a misspelt one meant; one may stand here twice';`);
    this.functions();
    this.addSql(`select search_refresh(array_agg(id)) from appeal;`);
    this.addSql(`create index search_entry_words on public.search_entry using gin (words);`);
    this.addSql(`create index "search_entry_sent_at_index" on "search_entry" ("sent_at");`);
    this.addSql(`create index "search_entry_of_region_sent_at_index" on "search_entry" ("of_region", "sent_at");`);
    this.addSql(`create index "search_word_word_index" on "search_word" ("word");`);
    this.addSql(`create index search_word_trgm on public.search_word using gin (word gin_trgm_ops);`);
    this.triggers();
    this.addSql(`drop index "appeal_search";`);
    this.addSql(`alter table "appeal" drop column "search";`);
  }

  override down(): void {
    for (const [table, name] of [['appeal', 'appeal_is_searched'], ['question', 'question_is_searched'], ['message', 'message_is_searched']]) {
      this.addSql(`drop trigger "${name}" on "${table}"; drop function "${table}_${name}_fn"();`);
    }
    this.addSql(`drop function search_refresh(uuid[]); drop function search_numbers(text); drop function search_clean(text);`);
    this.addSql(`drop table "search_word"; drop table "search_entry";`);
    this.addSql(`alter table "appeal" add "search" tsvector generated always as (setweight(to_tsvector('russian', translate(coalesce(number, '') || ' ' || subject, 'ёЁ', 'еЕ')), 'A') || setweight(to_tsvector('russian', translate(text, 'ёЁ', 'еЕ')), 'B')) stored not null;`);
    this.addSql(`create index appeal_search on public.appeal using gin (search);`);
  }

  private functions(): void {
    // PostgreSQL's own reading takes «г.Псков,ул.Мира» for the name of a file; letters and digits alone leave nothing to guess.
    this.addSql(String.raw`create function search_clean(raw text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
      select regexp_replace(translate(lower(normalize(raw)), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g') $$;`);
    // A phone by its last ten digits, and thousands set apart by spaces, are one number each, whatever stands between the digits.
    this.addSql(String.raw`create function search_numbers(raw text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
      select case when raw ~ '\d.*\d' then concat_ws(' ', (select string_agg(right(regexp_replace(found[1], '\D', '', 'g'), 10), ' ')
        from regexp_matches(raw, '(\d(?:[ ().\u00a0–-]{0,3}\d){9,14})', 'g') as found), (select string_agg(regexp_replace(found[1], '\D', '', 'g'), ' ')
        from regexp_matches(raw, '(\m\d{1,3}(?:[ \u00a0\u202f]\d{3})+\M)', 'g') as found)) else '' end $$;`);
    // Of the owner's rights, since it writes what nobody else may: says what stands in the tables, whoever asks for it.
    this.addSql(`create function search_refresh(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        with source as materialized (
          select a.id, a.region_code, a.submitted_at, a.number, search_clean(a.subject) as subject, search_clean(a.text) as letter,
            search_numbers(a.subject || ' ' || a.text) as numbers,
            search_clean(left(concat_ws(' ', (select string_agg(concat_ws(' ', q.text, q.result_text), ' ' order by q.position) from question q where q.appeal_id = a.id),
              (select string_agg(m.text, ' ' order by m.created_at, m.id) from message m where m.appeal_id = a.id)), ${MAX_THREAD})) as thread
          from appeal a where a.id = any (ids)
        ), learnt as (
          insert into search_word (word)
          select t.word from (
            select distinct said.word from source s, unnest(string_to_array(s.subject || ' ' || s.letter || ' ' || s.thread, ' ')) as said (word) where length(said.word) between 4 and 30
          ) t where t.word ~ '^[а-я]+$' and not exists (select from search_word w where w.word = t.word)
        )
        insert into search_entry as e (appeal_id, of_region, sent_at, words)
        select s.id, s.region_code, s.submitted_at,
          setweight(to_tsvector('russian', search_clean(s.number)) || to_tsvector('simple', ltrim(split_part(s.number, '-', 3), '0')) || to_tsvector('russian', s.subject), 'A')
          || setweight(to_tsvector('russian', s.letter) || to_tsvector('simple', s.numbers), 'B') || setweight(to_tsvector('russian', s.thread), 'C')
        from source s
        on conflict (appeal_id) do update set words = excluded.words, of_region = excluded.of_region where e.words <> excluded.words or e.of_region <> excluded.of_region;
      end $$;`);
  }

  private triggers(): void {
    this.addSql(`create or replace function "appeal_appeal_is_searched_fn"() returns trigger as \$\$ begin if tg_op = 'INSERT' or (new.number, new.subject, new.text, new.region_code) is distinct from (old.number, old.subject, old.text, old.region_code) then perform search_refresh(array[new.id]); end if; return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "appeal_is_searched" AFTER INSERT OR UPDATE on "appeal" for each ROW execute function "appeal_appeal_is_searched_fn"();`);
    this.addSql(`create or replace function "question_question_is_searched_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then perform search_refresh(array[old.appeal_id]); elsif tg_op = 'INSERT' or (new.text, new.result_text) is distinct from (old.text, old.result_text) then perform search_refresh(array[new.appeal_id]); end if; return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "question_is_searched" AFTER INSERT OR UPDATE OR DELETE on "question" for each ROW execute function "question_question_is_searched_fn"();`);
    this.addSql(`create or replace function "message_message_is_searched_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then perform search_refresh(array[old.appeal_id]); elsif tg_op = 'INSERT' or new.text is distinct from old.text then perform search_refresh(array[new.appeal_id]); end if; return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "message_is_searched" AFTER INSERT OR UPDATE OR DELETE on "message" for each ROW execute function "message_message_is_searched_fn"();`);
  }
}
