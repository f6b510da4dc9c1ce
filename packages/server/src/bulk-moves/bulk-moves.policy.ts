import type { StaffActor } from '../shared/actor.js';

/** Whoever moves appeals may move many; which of them, and how, each appeal is asked. The analyst only reads. */
export const canMoveInBulk = ({ role }: StaffActor): boolean => role !== 'ANALYST';

/** What somebody started is for that person to go on with or to stop; an administrator reads it. */
export const isTheirs = ({ accountId }: StaffActor, account: string): boolean => accountId === account;
