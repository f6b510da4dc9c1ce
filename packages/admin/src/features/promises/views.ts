import type { PromiseState } from '../../gql/schema';

/** The views of the ledger, each with the states that it shows. */
export const VIEWS = {
  soon: ['OPEN', 'ASKED'],
  broken: ['BROKEN', 'PARTLY'],
  all: null,
} as const satisfies Record<string, readonly PromiseState[] | null>;
export type View = keyof typeof VIEWS;
export const VIEW_LIST = Object.keys(VIEWS) as View[];
