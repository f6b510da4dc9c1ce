import { randomBytes } from 'node:crypto';
import type { Person, World } from '../support/world.js';

export interface Reply {
  status: number;
  code: string | null;
  message: string | null;
  upload: { id: string; name: string; kind: string; type: string; bytes: number; width: number | null; height: number | null; status: string } | null;
}

export const newKey = (): string => randomBytes(16).toString('hex');

/** The body of a form with one file. */
export function form(content: Buffer, name: string): { payload: Buffer; headers: Record<string, string> } {
  const border = `----test${newKey()}`;
  const head = `--${border}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return { payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${border}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${border}` } };
}

/** Sends one file as a browser or an app does. */
export async function upload(world: World, content: Buffer, name: string, headers: Record<string, string> = {}): Promise<Reply> {
  const body = form(content, name);
  const response = await world.app.http.inject({ method: 'POST', url: '/files', payload: body.payload, headers: { ...body.headers, 'idempotency-key': newKey(), ...headers } });
  const json: { upload?: Reply['upload']; code?: string; errors?: { message: string }[] } = response.json();
  return { status: response.statusCode, code: json.code ?? null, message: json.errors?.[0]?.message ?? null, upload: json.upload ?? null };
}

/** The id of an upload that is expected to be taken. */
export async function uploaded(world: World, content: Buffer, name: string, headers: Record<string, string> = {}): Promise<string> {
  const reply = await upload(world, content, name, headers);
  if (!reply.upload) throw new Error(`${name} was refused: ${reply.status} ${reply.code}`);
  return reply.upload.id;
}

/** Uploads a file and puts it into the draft of an answer. @returns the attachment's id */
export async function drafted(world: World, person: Person, appealId: string, content: Buffer, name: string): Promise<string> {
  const attachments = [await uploaded(world, content, name, { cookie: person.cookie })];
  const { data, raw } = await person.ask('mutation($input: AttachToAnswerDraftInput!) { attachToAnswerDraft(input: $input) { draft { attachments { id } } errors { code } } }', { input: { appealId, attachments } });
  const files: { id: string }[] | undefined = data?.attachToAnswerDraft.draft?.attachments;
  if (!files) throw new Error(`${name} did not go into the draft: ${raw}`);
  return files.at(-1)!.id;
}

export async function download(world: World, url: string, headers: Record<string, string> = {}) {
  const response = await world.app.http.inject({ method: 'GET', url, headers });
  return { status: response.statusCode, body: response.rawPayload, headers: response.headers, code: response.statusCode === 200 ? null : (response.json<{ code: string }>()).code };
}
