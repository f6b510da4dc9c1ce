import type { Config } from '../config.js';
import { post, signedHeaders, WebhookAddresses } from '../partners/index.js';
import type { Clock } from '../shared/clock.js';
import { CarrierError, type Carrier } from './carrier.js';

/**
 * Posts a message to the webhook of a person's messenger bot, signed as our webhooks are (Standard Webhooks). Addresses of our own
 * network are refused at each connection, and no redirect is followed.
 */
export function botCarrier(config: Pick<Config, 'webhookAllowPrivate' | 'demo'>, clock: Clock): Carrier {
  const addresses = new WebhookAddresses(config);
  return {
    async deliver({ id, to, subject, text, secret }) {
      const at = clock.now();
      const body = JSON.stringify({ type: 'notification', timestamp: at.toISOString(), data: { title: subject, text: text.trim() } });
      const { error } = await post(new URL(to), signedHeaders(secret ?? '', id, at, body), body, addresses);
      if (error !== null) throw new CarrierError(error, error === 'GONE' || error === 'ADDRESS_PRIVATE' || error === 'REDIRECT');
    },
    close: () => undefined,
  };
}
