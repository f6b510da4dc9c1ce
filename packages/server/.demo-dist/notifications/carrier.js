import { createTransport } from 'nodemailer';
/** Why a mail was not taken over. The message has no address in it, so it may be stored and logged. */
export class CarrierError extends Error {
    permanent;
    name = 'CarrierError';
    /** @param permanent no later attempt can help: there is no such mailbox */
    constructor(message, permanent) {
        super(message);
        this.permanent = permanent;
    }
}
/** Milliseconds: a mail server that does not answer must not hold a worker for minutes. */
const CONNECTION_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
const CONNECTIONS = 2;
/** Sends by the mail server of SMTP_URL, over connections that are kept open. */
export function smtpCarrier({ smtpUrl, mailFrom, publicUrl }) {
    const transport = createTransport({
        url: smtpUrl, pool: true, maxConnections: CONNECTIONS,
        connectionTimeout: CONNECTION_TIMEOUT_MS, greetingTimeout: CONNECTION_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS,
        // A letter is made of text alone: nothing in it may make the worker read a file or call an address.
        disableFileAccess: true, disableUrlAccess: true,
    });
    const { hostname } = new URL(publicUrl);
    return {
        async deliver({ id, to, subject, text, html }) {
            try {
                await transport.sendMail({
                    from: mailFrom, to: { name: '', address: to }, subject, text, ...(html === null ? {} : { html }),
                    // The same in every attempt, so that a mailbox can drop the second copy after a crash between sending and noting it.
                    messageId: `<${id}@${hostname}>`,
                    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
                });
            }
            catch (error) {
                throw new CarrierError(withoutAddresses(firstLine(error)), isPermanent(error));
            }
        },
        close: () => transport.close(),
    };
}
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, 500);
const withoutAddresses = (text) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…');
/** The server refused this mailbox for good; a refusal of ourselves (sender, password) may be mended and is tried again. */
function isPermanent(error) {
    const { responseCode, command } = error;
    return command?.startsWith('RCPT') === true && (responseCode ?? 0) >= 500;
}
