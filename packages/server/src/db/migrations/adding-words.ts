/** Adds words to a list that a check of a column holds; the words that are there stay, whichever migration brought them. */
export const addingWords = (table: string, column: string, words: readonly string[]): string => `do $$ declare known text; begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = '${table}_${column}_check';
  alter table "${table}" drop constraint "${table}_${column}_check";
  execute 'alter table "${table}" add constraint "${table}_${column}_check" ' || replace(known, ']', '${words.map((word) => `, ''${word}''::text`).join('')}]');
end $$`;
