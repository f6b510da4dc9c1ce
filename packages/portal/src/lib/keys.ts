/** A key that nobody else makes; the server answers a second request with it by the first one's result. */
export function newKey(): string {
  // crypto.randomUUID would need https.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
