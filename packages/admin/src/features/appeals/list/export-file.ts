import type { AppealFilter, AppealSort } from '../../../gql/schema';

export type ExportFormat = 'csv' | 'xlsx';

/** Why there is no file: the server's own sentence, or null when it said nothing that a person can use. */
export class ExportRefused extends Error {
  constructor(readonly sentence: string | null) {
    super(sentence ?? 'no answer');
  }
}

interface Asked {
  format: ExportFormat;
  filter: AppealFilter;
  sort: AppealSort;
  columns: readonly string[];
  locale: string;
}

/** The address of a list as a file. */
export function exportAddress({ format, filter, sort, columns }: Omit<Asked, 'locale'>): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), sort: `${sort.field}:${sort.direction}`, columns: columns.join(',') });
  return `/api/export/appeals.${format}?${query.toString()}`;
}

/**
 * Fetches the file and saves it, telling how many bytes have come. By fetch and not by a link, so that a refusal is a sentence on the
 * screen, and the request carries the header that no foreign page can send.
 * @throws ExportRefused; AbortError when `signal` says so; TypeError when there is no connection
 */
export async function saveExport(asked: Asked, signal: AbortSignal, tell: (bytes: number, rows: number) => void): Promise<number> {
  const response = await fetch(exportAddress(asked), {
    credentials: 'same-origin',
    headers: { 'graphql-require-preflight': '1', 'accept-language': asked.locale },
    signal,
  });
  if (!response.ok || !response.body) {
    const body = (await response.json().catch(() => ({}))) as { errors?: { message?: string }[] };
    throw new ExportRefused(body.errors?.[0]?.message ?? null);
  }
  const rows = Number(response.headers.get('x-export-rows') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    tell(bytes, rows);
  }
  const address = URL.createObjectURL(new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `appeals.${asked.format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return rows;
}
