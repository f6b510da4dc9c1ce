import type { Em } from '../db/orm.js';

/** What is seen in a letter as it comes in, before anybody has read it. */
export interface Look {
  /** Whether life or health is in danger: such appeals stand first in the queue. */
  readonly urgent: boolean;
  /** Stores what is suggested to the moderator, with the transaction of the submission. */
  keep(em: Em, appealId: string, at: Date): Promise<void>;
}

/** Whoever looks at letters when they come in. */
export interface FirstLook {
  at(subject: string, text: string): Look;
}
