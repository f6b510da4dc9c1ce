import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

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
  url = '';
  private readonly server = createServer((request, response) => this.take(request, response));

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    const address = receiver.server.address();
    receiver.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
    return receiver;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => { body += part; });
    request.on('end', () => {
      const header = (name: string): string => String(request.headers[name] ?? '');
      const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${body}`;
      this.received.push({
        id: header('webhook-id'), body,
        isSignedWith: (secret) => {
          const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
          return header('webhook-signature') === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
        },
      });
      response.writeHead(this.status).end();
    });
  }
}
