import { Failure } from './failures.js';

/**
 * A domain rule says no to something that a person can correct. It reaches the client as a UserError of the payload;
 * `field` is the path of the input field, `params` fill the message.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly field: string | null = null,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** Several refusals at once, so that a form shows all its mistakes. */
export class Refusals extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
  }
}

/** What an error says of one thing among many: its refusals, or its code where it fails as a whole; null for what nobody foresaw. */
export function refusalsOf(error: unknown): readonly Refusal[] | null {
  if (error instanceof Refusals) return error.refusals;
  if (error instanceof Refusal) return [error];
  return error instanceof Failure ? [new Refusal(error.code)] : null;
}

/** Throws what was gathered, if anything. */
export function refuse(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refusals(refusals);
}
