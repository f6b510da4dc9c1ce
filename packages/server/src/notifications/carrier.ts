import { createTransport } from 'nodemailer';

/** A mail as it leaves us. */
export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  /** Where one click ends letters of this kind (RFC 8058); null where they must be sent. */
  unsubscribeUrl: string | null;
  /** The secret that signs a message to a bot. */
  secret: string | null;
}

/** What carries a mail to its reader: a mail server (below), or a messenger bot (bot-carrier.ts). */
export interface Carrier {
  /** Done when the next station has taken the mail over. @throws CarrierError */
  deliver(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Why a mail was not taken over. The message has no address in it, so it may be stored and logged. */
export class CarrierError extends Error {
  override readonly name = 'CarrierError';

  /** @param permanent no later attempt can help: there is no such mailbox */
  constructor(message: string, readonly permanent: boolean, /** There is no such mailbox, so that nothing should be sent there again. */ readonly mailboxGone = false) {
    super(message);
  }
}

/** Milliseconds: a mail server that does not answer must not hold a worker for minutes. */
const CONNECTION_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
const CONNECTIONS = 2;

/**
 * Sends by the mail server of SMTP_URL, over connections that are kept open.
 * @param returnTo where a letter goes back to that cannot be delivered; null: to its sender
 */
export function smtpCarrier({ smtpUrl, mailFrom, publicUrl, returnTo = () => null }: {
  smtpUrl: string; mailFrom: string; publicUrl: string; returnTo?: (mailId: string) => string | null;
}): Carrier {
  const transport = createTransport({
    url: smtpUrl, pool: true, maxConnections: CONNECTIONS,
    connectionTimeout: CONNECTION_TIMEOUT_MS, greetingTimeout: CONNECTION_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS,
    // A letter is made of text alone: nothing in it may make the worker read a file or call an address.
    disableFileAccess: true, disableUrlAccess: true,
  });
  const { hostname } = new URL(publicUrl);
  return {
    async deliver({ id, to, subject, text, html, unsubscribeUrl }) {
      const returnedTo = returnTo(id);
      try {
        await transport.sendMail({
          from: mailFrom, to: { name: '', address: to }, subject, text, ...(html === null ? {} : { html }),
          ...(returnedTo ? { envelope: { from: returnedTo, to } } : {}),
          // The same in every attempt, so that a mailbox can drop the second copy after a crash between sending and noting it.
          messageId: `<${id}@${hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All',
            ...(unsubscribeUrl ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) },
        });
      } catch (error) {
        const permanent = isPermanent(error);
        throw new CarrierError(withoutAddresses(firstLine(error)), permanent, permanent && !isPolicy(error));
      }
    },
    close: () => transport.close(),
  };
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 500);

const withoutAddresses = (text: string): string => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…');

/** A refusal by rules of the other side (5.7.x, RFC 3463) says nothing of the mailbox. */
const isPolicy = (error: unknown): boolean => /\b5\.7\.\d/.test(firstLine(error));

/** The server refused this mailbox for good; a refusal of ourselves (sender, password) may be mended and is tried again. */
function isPermanent(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return command?.startsWith('RCPT') === true && (responseCode ?? 0) >= 500;
}
