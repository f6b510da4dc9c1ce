/**
 * What costs more than a field that is read from a row: `Type.field` in units of cost. Everything else counts 1.
 * A list without `first` counts as so many rows as stand here; one that is not here counts as `LIST_ROWS`.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'Query.__schema': 100,
  'Query.__type': 10,
  // Full text over every appeal that the viewer may see.
  'Query.appeals': 10,
  'Query.feedback': 10,
  'Query.outbox': 10,
  'Query.rating': 50,
  'Query.rollout': 50,
  // A guess at a number and code costs the guesser more than it costs us.
  'Query.trackAppeal': 10,
  'Mutation.submitAppeal': 20,
};

/** Rows of a list that has no `first`: questions, messages, steps of a deadline. */
export const LIST_ROWS = 5;

/** Lists whose length is known to be another one. */
export const ROWS: Readonly<Record<string, number>> = {
  'Query.regions': 83,
  'Query.topics': 60,
};

/** A write: its transaction, history and job. */
export const MUTATION_WEIGHT = 10;

/** Counting rows (`totalCount`) reads them all. */
export const TOTAL_COUNT_WEIGHT = 10;
