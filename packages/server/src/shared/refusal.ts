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

/** Throws what was gathered, if anything. */
export function refuse(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refusals(refusals);
}
