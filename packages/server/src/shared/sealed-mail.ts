import type { Vault } from './vault.js';

/** A letter as the table of mails keeps it: whom it is for and what it says are encrypted, the subject is not. */
export const sealedMail = (vault: Vault, to: string, { subject, text, html }: { subject: string; text: string; html: string }) => ({
  to_address: vault.seal('mail.to_address', to), to_hash: vault.addressHash(to), subject,
  text: vault.seal('mail.text', text), html: vault.seal('mail.html', html),
});
