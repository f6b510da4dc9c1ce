import { createHash } from 'node:crypto';
/** An e-mail as it is compared: without space around, in lower case. */
export const normalEmail = (email) => email.trim().toLowerCase();
/** A phone number as it is compared: digits alone, 8 of the country as 7. */
export const normalPhone = (phone) => phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');
/** One person by their contact, for the rule of one mark per applicant, deputy and period (rules §4); not reversible to read. */
export function contactHash(email, phone) {
    return createHash('sha256').update(email ? normalEmail(email) : normalPhone(phone ?? '')).digest('hex');
}
