import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

/** One request that came to the receiver. */
export interface Received {
  id: string;
  body: string;
  /** Whether the signature of Standard Webhooks is that of the secret. */
  isSignedWith(secret: string): boolean;
}

/** A partner's server that takes webhooks; it answers with whatever status it is told. */
export class Receiver {
  readonly received: Received[] = [];
  status = 204;

  private constructor(readonly url: string, readonly close: () => Promise<void>) {}

  static async open(): Promise<Receiver> {
    let receiver: Receiver;
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => { body += part; });
      request.on('end', () => {
        const header = (name: string): string => String(request.headers[name] ?? '');
        const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${body}`;
        receiver.received.push({
          id: header('webhook-id'), body,
          isSignedWith: (secret) => {
            const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
            return header('webhook-signature') === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
          },
        });
        response.writeHead(receiver.status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    receiver = new Receiver(`http://127.0.0.1:${port}/hook`, () => new Promise((resolve) => server.close(() => resolve())));
    return receiver;
  }
}
