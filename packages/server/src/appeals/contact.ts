import { createHash } from 'node:crypto';

/** An e-mail as it is compared: without space around, in lower case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** A phone number as it is compared: digits alone, 8 of the country as 7. */
export const normalPhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');

/** One person by their contact, for the rule of one mark per applicant, deputy and period (rules §4); not reversible to read. */
export function contactHash(email: string | null, phone: string | null): string {
  return createHash('sha256').update(email ? normalEmail(email) : normalPhone(phone ?? '')).digest('hex');
}
