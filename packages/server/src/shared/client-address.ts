import ipaddr from 'ipaddr.js';
import type { IncomingMessage } from 'node:http';

/** Networks whose forwarded addresses we believe: `loopback`, `linklocal`, `uniquelocal`, an address, or a network such as 10.0.0.0/8. */
export type TrustedProxies = readonly string[];

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Where a WebSocket comes from, as Fastify finds it for requests: the last forwarded address that no proxy of ours added. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, trusted: TrustedProxies): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map((part) => part.trim()).filter(Boolean);
  let address = socket.remoteAddress ?? '';
  while (forwarded.length > 0 && isTrusted(address, trusted)) address = forwarded.pop()!;
  return address;
}

export function isTrusted(address: string, trusted: TrustedProxies): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return trusted.flatMap((one) => NAMED[one] ?? [one]).some((network) => {
    const [base, bits] = networkOf(network);
    return base.kind() === ip.kind() && ip.match(base, bits);
  });
}

/** Throws for what is neither an address nor a network nor one of the names. */
export function assertProxies(trusted: TrustedProxies): void {
  for (const one of trusted.flatMap((name) => NAMED[name] ?? [name])) networkOf(one);
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
