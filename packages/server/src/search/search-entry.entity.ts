import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../db/columns.js';

const SearchEntrySchema = defineEntity({
  name: 'SearchEntry',
  comment: 'What an appeal is found by; kept by triggers, apart from the appeal, so that a move does not write the index anew',
  indexes: [
    { name: 'search_entry_words', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} using gin (words)` },
    { properties: ['sentAt'] },
    { properties: ['ofRegion', 'sentAt'] },
  ],
  properties: {
    appeal: p.uuid().name('appeal_id').primary(),
    ofRegion: p.string(),
    sentAt: instant(),
    words: p.string().columnType('tsvector').lazy().hidden()
      .comment('Number and subject (A), letter (B), questions and thread (C); no name, no contact, no draft, no note'),
  },
});
export class SearchEntry extends SearchEntrySchema.class {}
SearchEntrySchema.setClass(SearchEntry);

const SearchWordSchema = defineEntity({
  name: 'SearchWord',
  comment: 'Words that appeals are written in, for finding what a misspelt one meant; one may stand here twice',
  indexes: [
    { properties: ['word'] },
    { name: 'search_word_trgm', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} using gin (word gin_trgm_ops)` },
  ],
  properties: {
    id: p.bigint().primary().autoincrement(),
    word: p.text(),
  },
});
export class SearchWord extends SearchWordSchema.class {}
SearchWordSchema.setClass(SearchWord);
export { SearchEntrySchema, SearchWordSchema };
