import type { AttachmentKind } from '../../gql/schema';
import { currentLocale } from '../i18n/locale';

/** A file that the server has taken and that waits to be attached. */
export interface UploadedFile {
  /** The secret that attaches it. */
  id: string;
  name: string;
  kind: AttachmentKind;
  bytes: number;
}

/** A key of its own for each file: sent again under it, the server takes the file once. */
export const newFileKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Sends one file. Rejects with the server's own sentence, or with an empty one when nothing came from it. Fetch tells nothing of progress. */
export function uploadFile(file: File, key: string, onProgress: (part: number) => void, signal: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/files');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', currentLocale());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const { upload, errors } = parse(request.responseText);
      if (upload) resolve({ id: upload.id, name: upload.name, kind: upload.kind, bytes: upload.bytes });
      else reject(new Error(errors?.[0]?.message ?? ''));
    };
    request.onerror = () => reject(new Error(''));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function parse(text: string): { upload?: UploadedFile; errors?: { message: string }[] } {
  try {
    return JSON.parse(text) as { upload?: UploadedFile };
  } catch {
    return {};
  }
}
