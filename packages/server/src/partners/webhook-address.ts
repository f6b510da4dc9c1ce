import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { promisify } from 'node:util';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../shared/refusal.js';

const resolve = promisify(lookup);
const MAX_URL = 500;
const RESOLVE_WITHIN_MS = 5_000;

/** What ipaddr.js counts as ordinary and is not: addresses that hold an IPv4 one, retired site-local ones, and a cloud's own service. */
const ALSO_CLOSED = new BlockList();
ALSO_CLOSED.addSubnet('::', 96, 'ipv6');
ALSO_CLOSED.addSubnet('fec0::', 10, 'ipv6');
ALSO_CLOSED.addSubnet('64:ff9b:1::', 48, 'ipv6');
ALSO_CLOSED.addAddress('168.63.129.16');

/** Whether an address belongs to the open internet. Loopback, private, link-local, shared, reserved and translated ones do not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && !ALSO_CLOSED.check(plain.toString(), plain.kind());
}

/** Why a webhook's address is not used; a code of ours. */
export class AddressError extends Error {
  constructor(readonly code: 'ADDRESS_PRIVATE' | 'HOST_UNKNOWN') {
    super(code);
  }
}

/** Where messages may be sent: nobody must reach into our own network through us. */
export class WebhookAddresses {
  constructor(private readonly settings: { webhookAllowPrivate: boolean; demo: boolean }) {}

  /** An address that somebody typed; when it is stored it is looked up as well, and again at each connection. */
  async check(typed: string): Promise<string> {
    const url = this.parse(typed);
    try {
      await this.addressesOf(url);
    } catch (error) {
      if (error instanceof AddressError) throw new Refusal(`WEBHOOK_${error.code}`, 'url');
      throw error;
    }
    return url.href;
  }

  /** The host's addresses, every one of them judged; the connection must use these and no other. */
  async addressesOf(url: URL): Promise<LookupAddress[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    const found = family === 0 ? await this.lookUp(host) : [{ address: host, family }];
    if (found.length === 0) throw new AddressError('HOST_UNKNOWN');
    if (!this.settings.webhookAllowPrivate && !found.every(({ address }) => isPublic(address))) throw new AddressError('ADDRESS_PRIVATE');
    return found;
  }

  private parse(typed: string): URL {
    const url = typed.length <= MAX_URL && URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
    if (!url || !url.hostname || url.username || url.password || !['http:', 'https:'].includes(url.protocol)) throw new Refusal('WEBHOOK_URL_INVALID', 'url', { max: MAX_URL });
    if (url.protocol === 'http:' && !this.settings.demo) throw new Refusal('WEBHOOK_URL_NOT_HTTPS', 'url');
    url.hash = '';
    return url;
  }

  private async lookUp(host: string): Promise<LookupAddress[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new AddressError('HOST_UNKNOWN')), RESOLVE_WITHIN_MS); });
    try {
      return await Promise.race([resolve(host, { all: true, order: 'ipv4first' }), late]);
    } catch {
      throw new AddressError('HOST_UNKNOWN');
    } finally {
      clearTimeout(timer);
    }
  }
}
