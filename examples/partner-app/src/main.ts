// A partner's app in small: sends a letter once however often it is sent, follows it, and is told of changes by a webhook.
import { randomUUID } from 'node:crypto';
import { ApiError, connect } from './api.ts';
import { SubmitDocument, TrackDocument, ViewerDocument } from './gql/documents.ts';
import type { SubmitAppealInput } from './gql/schema.ts';
import { receive, type Message } from './webhook.ts';

// Those of the demonstration, known to everyone; a real app is given its own.
const {
  API_URL = 'http://127.0.0.1:4000/graphql',
  API_KEY = 'vdk_demo-demo-demo-demo-demo-demo-demo-demo-key',
  WEBHOOK_SECRET = 'whsec_ZGVtby1kZW1vLWRlbW8tZGVtby1kZW1vLWRlbW8tZGU=',
  WEBHOOK_PORT = '4010',
} = process.env;

const api = connect({ url: API_URL, key: API_KEY });
const say = (text: string): void => console.log(text);

async function submit(input: SubmitAppealInput): Promise<{ number: string; code: string }> {
  const { submitAppeal: { appeal, code, errors } } = await api(SubmitDocument, { input });
  if (!appeal || !code) throw new Error(errors.map(({ field, message }) => `${field ?? ''}: ${message}`).join('; '));
  return { number: appeal.number, code };
}

async function follow(sent: { number: string; code: string }): Promise<void> {
  const { trackAppeal: appeal } = await api(TrackDocument, sent);
  if (!appeal) return;
  say(`  ${appeal.number}: ${appeal.statusText}${appeal.dueOn ? `, ответ до ${appeal.dueOn}` : ''}`);
  if (appeal.nextStep) say(`  Дальше: ${appeal.nextStep.text}`);
  const answer = appeal.messages.findLast(({ kind }) => kind === 'ANSWER');
  if (answer) say(`  Ответ депутата: ${answer.text}`);
}

async function main(): Promise<void> {
  const { viewerPartner } = await api(ViewerDocument, {});
  say(`Ключ принадлежит партнёру: ${viewerPartner?.name} (${viewerPartner?.scopes.join(', ')})`);

  // A real app keeps the key of a letter beside it, before it is sent for the first time.
  const letter: SubmitAppealInput = {
    clientKey: randomUUID(), regionCode: 'RU-NVS', subject: 'Не горят фонари у школы', text: 'На улице у школы вторую неделю темно. Просим починить освещение.',
    kind: 'COMPLAINT', applicant: { name: 'Мария Петрова', email: 'maria@mail.example' }, consent: true,
  };
  // Messages may overtake the answer to the submission: they wait until the number is known.
  let isKnown: (sent: { number: string; code: string }) => void = () => undefined;
  const known = new Promise<{ number: string; code: string }>((resolve) => { isKnown = resolve; });
  const told = async ({ type, data }: Message): Promise<void> => {
    say(`Вебхук: ${type}${data.number ? ` ${data.number}` : ''}, подпись верна`);
    const sent = await known;
    if (data.number === sent.number) await follow(sent);
  };
  await receive({ port: Number(WEBHOOK_PORT), secret: WEBHOOK_SECRET, onMessage: (message) => void told(message).catch(fail) });
  say(`Жду вебхуки: http://127.0.0.1:${WEBHOOK_PORT}/webhook`);

  const sent = await submit(letter);
  const again = await submit(letter);
  isKnown(sent);
  say(`Отправлено: ${sent.number}, код ${sent.code}`);
  say(again.number === sent.number ? '  Отправлено ещё раз: номер и код те же, обращение одно' : `  Отправлено второе обращение: ${again.number}`);
  await follow(sent);
  say('Ответьте на обращение в консоли, и вебхук придёт сюда. Остановить: Ctrl-C');
}

function fail(error: unknown): void {
  if (error instanceof ApiError) console.error(`${error.code} ${error.reason}: ${error.message}`);
  else console.error(error instanceof Error ? error.message : error);
}

main().catch((error: unknown) => {
  fail(error);
  process.exit(1);
});
