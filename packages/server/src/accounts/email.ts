import { Refusal } from '../shared/refusal.js';

const EMAIL = /^[^\s@,;<>"']+@[^\s@,;<>"'.]+(\.[^\s@,;<>"'.]+)+$/;
const MAX_EMAIL = 200;

/** The address as accounts keep it, in lower case, with a refusal added where it is none. */
export function checkEmail(text: string, field: string, refusals: Refusal[]): string {
  const email = text.trim().toLowerCase();
  if (email.length > MAX_EMAIL || !EMAIL.test(email)) refusals.push(new Refusal('EMAIL_INVALID', field));
  return email;
}
