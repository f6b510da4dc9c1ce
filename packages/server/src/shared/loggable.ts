/** What may stand in a log and in the queue's table about an error: its kind, the database's code, never values or addresses. */
export function loggable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('a task threw something that is no error');
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  // The message of a database error can hold the statement with its values.
  const isOfDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const message = isOfDatabase ? `database error ${code}${typeof constraint === 'string' ? ` (${constraint})` : ''}` : error.message;
  const safe = new Error(withoutAddresses(message));
  safe.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  safe.stack = [`${safe.name}: ${safe.message}`, ...frames].join('\n');
  return safe;
}

const withoutAddresses = (text: string): string => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…');
