import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { rowsOf } from '../../src/db/orm.js';
import type { WorkerParts } from '../../src/jobs/parts.js';
import { runPendingJobs } from '../../src/jobs/run-once.js';
import { smtpCarrier, type Carrier } from '../../src/notifications/index.js';
import { addJob, type JobName } from '../../src/shared/jobs.js';
import type { Person, World } from '../support/world.js';

/** What a mail server says to a step of the conversation; nothing: it accepts. */
interface Behaviour {
  recipient?: { code: number; text: string };
  data?: { code: number; text: string };
}

/** A mail server on a port of its own, with what it was given. */
export async function mailServer(behaviour: Behaviour = {}) {
  const received: { from: string; to: string[]; raw: string }[] = [];
  const refusal = ({ code, text }: { code: number; text: string }) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(behaviour.recipient ? refusal(behaviour.recipient) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (!behaviour.data) received.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done(behaviour.data ? refusal(behaviour.data) : null);
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** The worker over a world's database, with or without a mail server. */
export function workerOf(world: World, smtpUrl: string | null = null, returnTo?: (mailId: string) => string | null) {
  const lines: string[] = [];
  const note = (details: object, text: string): void => void lines.push(`${text} ${JSON.stringify(details)}`);
  const { orm, clock, reference, rules, vault, config } = world.app.parts;
  const carrier: Carrier | null = smtpUrl ? smtpCarrier({ smtpUrl, mailFrom: config.mailFrom, publicUrl: config.publicUrl, ...(returnTo ? { returnTo } : {}) }) : null;
  const parts: WorkerParts = {
    databaseUrl: world.database.url, orm, owner: world.database.orm, clock, reference, rules, vault, store: world.store, config: { ...config, smtpUrl }, carrier,
    log: { debug: note, info: note, warn: note, error: note },
  };
  return {
    parts, lines,
    work: (hurried: readonly JobName[] = []) => runPendingJobs(parts, hurried),
    night: async () => {
      await addJob(orm.em.fork(), 'retention', {});
      await runPendingJobs(parts);
    },
    round: async (name: 'lapse_clarifications' | 'close_feedback_windows') => {
      await addJob(orm.em.fork(), name, {});
      await runPendingJobs(parts);
    },
    close: () => carrier?.close(),
  };
}

/** The mails of an appeal, opened. */
export async function mailsOf(world: World, appealId: string) {
  const { vault } = world.app.parts;
  const rows = await rowsOf(world.database.orm.em.fork()).selectFrom('mail').where('appeal_id', '=', appealId).orderBy('created_at').orderBy('kind').selectAll().execute();
  return rows.map((row) => ({
    ...row, to_address: vault.open('mail.to_address', row.to_address), text: vault.opened('mail.text', row.text), html: vault.opened('mail.html', row.html),
  }));
}

/** Jobs left over by other tests must not reach a mail server that refuses. */
export const forgetJobs = async (world: World): Promise<void> => {
  await world.database.orm.em.fork().execute('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
};

export const inEnglish = (person: Person): Person => ({ ...person, ask: (query, variables, headers) => person.ask(query, variables, { 'accept-language': 'en', ...headers }) });

export const tokenIn = (text: string | null | undefined): string => /\/feedback\/([\w-]+)\?mark=5/.exec(text ?? '')![1]!;

/** The parts of a message in clear text. */
export const decoded = (raw: string): string => raw.replace(/\r\n/g, '\n')
  .replace(/(Content-Transfer-Encoding: base64\n\n)([A-Za-z0-9+/=\n]+)/g, (_all, head: string, body: string) => head + Buffer.from(body, 'base64').toString())
  .replace(/(Content-Transfer-Encoding: quoted-printable\n\n)([^]+?)(?=\n--)/g, (_all, head: string, body: string) =>
    head + Buffer.from(body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_hex, byte: string) => String.fromCharCode(parseInt(byte, 16))), 'latin1').toString());
