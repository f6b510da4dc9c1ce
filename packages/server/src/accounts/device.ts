import Bowser from 'bowser';
import ipaddr from 'ipaddr.js';
import type { Locale } from '../shared/locale.js';

const UNKNOWN: Record<Locale, string> = { ru: 'Неизвестное устройство', en: 'Unknown device' };

/** What people call it: «Firefox, Windows». */
export function deviceOf(userAgent: string | null, locale: Locale): string {
  if (!userAgent) return UNKNOWN[locale];
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ') || UNKNOWN[locale];
}

/** The network's first half: enough to know one's own, too little to find anybody. Null for what is no address. */
export function shortAddress(ip: string | null): string | null {
  if (!ip || !ipaddr.isValid(ip)) return null;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6
    ? `${address.parts.slice(0, 2).map((part) => part.toString(16)).join(':')}:…`
    : `${(address as ipaddr.IPv4).octets.slice(0, 2).join('.')}.x.x`;
}
