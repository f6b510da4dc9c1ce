import type { twoFactor } from 'better-auth/plugins';

type TwoFactor = ReturnType<typeof twoFactor>;

/** The library asks for the code after a password alone; here it asks after a provider's sign-in as well: one rule, however one comes in. */
export function withSecondFactor<T extends TwoFactor>(plugin: T): T {
  const [after] = plugin.hooks.after;
  const { matcher } = after!;
  after!.matcher = (context) => matcher(context) || (context.path?.startsWith('/callback/') ?? false);
  return plugin;
}
