import type { AttachmentKind } from '../../gql/schema';
import type { Locale } from '../locale';

/** A file that the server has taken and that waits to be attached. */
export interface UploadedFile {
  /** The secret that attaches it. */
  id: string;
  name: string;
  kind: AttachmentKind;
  bytes: number;
}

/** Why a file was not taken; `again` when the same file may be taken later. */
export class UploadFailure extends Error {
  constructor(
    /** The server's own sentence; empty when nothing came from it. */
    message: string,
    readonly again: boolean,
  ) {
    super(message);
  }
}

interface Answer {
  upload?: UploadedFile;
  errors?: { message: string }[];
}

/** A server that is busy, a limit of the hour, a broken connection: later it may work. */
const LATER = [0, 429, 500, 502, 503, 504];

/**
 * Sends one file. Under the same key it may be sent again: the server takes it once. Fetch tells nothing of how far a request
 * has come, so this is the older way.
 */
export function uploadFile(file: File, key: string, locale: Locale, onProgress: (part: number) => void, signal: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/files');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', locale);
    // A console's session in the same browser is not the citizen's.
    request.setRequestHeader('upload-as', 'applicant');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const { upload, errors } = parse(request.responseText);
      if (upload) resolve({ id: upload.id, name: upload.name, kind: upload.kind, bytes: upload.bytes });
      else reject(new UploadFailure(errors?.[0]?.message ?? '', LATER.includes(request.status)));
    };
    request.onerror = () => reject(new UploadFailure('', true));
    request.onabort = () => reject(new UploadFailure('', true));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
