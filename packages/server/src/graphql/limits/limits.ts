/**
 * What one document may hold, for everyone alike: the console's and the portal's operations take less than half of each
 * (test/access/own-operations.test.ts). Counted before anything is validated, so that checking a hostile document costs little.
 */
export const LIMITS = {
  /** Words and signs of the text. */
  tokens: 2_000,
  /** Fields inside fields. */
  depth: 12,
  /** Fields under another name. */
  aliases: 30,
  /** `@skip`, `@include` and anything else with an @. */
  directives: 30,
  /** Fields of Query, Mutation or Subscription, repeated ones included. */
  rootFields: 20,
  /** Fields in all, each fragment counted wherever it is spread. */
  fields: 1_000,
  /** Lists of fields, interfaces or possible types inside one another in an introspection: the usual query has one. */
  introspectionLists: 2,
  /** Errors of one answer. */
  errors: 5,
} as const;
