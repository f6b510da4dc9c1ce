import http from 'node:http';
import https from 'node:https';
import { AddressError, type WebhookAddresses } from './webhook-address.js';

/** From the look-up of the host to the last byte of the answer, in milliseconds. */
const WITHIN_MS = 10_000;
/** Bytes of an answer that are read before we hang up: only its status matters. */
const MAX_ANSWER = 64 * 1024;

export interface Posted {
  statusCode: number | null;
  /** Null: it arrived. Otherwise a code of ours, since the words of a stranger's server have no place in our log. */
  error: 'HTTP_STATUS' | 'REDIRECT' | 'GONE' | 'TIMEOUT' | 'CONNECTION' | 'ADDRESS_PRIVATE' | 'HOST_UNKNOWN' | null;
}

/** Posts one message: to a judged address and no other, without following a redirect, within ten seconds. */
export async function post(url: URL, headers: Record<string, string>, body: string, addresses: WebhookAddresses): Promise<Posted> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  try {
    const found = await addresses.addressesOf(url);
    const statusCode = await send(url, headers, body, found, signal);
    return { statusCode, error: judged(statusCode) };
  } catch (error) {
    if (error instanceof AddressError) return { statusCode: null, error: error.code };
    return { statusCode: null, error: signal.aborted ? 'TIMEOUT' : 'CONNECTION' };
  }
}

function judged(status: number): Posted['error'] {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'GONE';
  return status >= 300 && status < 400 ? 'REDIRECT' : 'HTTP_STATUS';
}

function send(url: URL, headers: Record<string, string>, body: string, found: { address: string; family: number }[], signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST', signal,
      // A connection of its own that ends with the message. The name is not looked up again: it could have learnt a new address meanwhile.
      agent: false,
      lookup: (_host, options, done) => {
        if (options.all) done(null, found);
        else done(null, found[0]!.address, found[0]!.family);
      },
      headers: {
        ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'user-agent': 'voter-deputy-webhooks/1', connection: 'close',
      },
    }, (response) => {
      const status = response.statusCode ?? 0;
      let read = 0;
      response.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > MAX_ANSWER) {
          resolve(status);
          request.destroy();
        }
      });
      response.on('end', () => resolve(status));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
