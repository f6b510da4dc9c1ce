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
