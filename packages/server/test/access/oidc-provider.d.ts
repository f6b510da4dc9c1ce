/** As much of the package as the tests name; it comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export type Configuration = Record<string, unknown> & {
    findAccount(context: unknown, id: string): { accountId: string; claims(): Record<string, unknown> } | undefined;
  };
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
