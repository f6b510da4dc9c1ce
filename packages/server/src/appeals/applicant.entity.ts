import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, sealed } from '../db/columns.js';

const ApplicantSchema = defineEntity({
  name: 'Applicant',
  comment: 'Who wrote one appeal; contacts serve that appeal alone, and are encrypted (rules §6)',
  properties: {
    id: id(),
    name: sealed('name'),
    email: sealed('email').nullable(),
    phone: sealed('phone').nullable(),
    contactHash: p.string().index().comment('Keyed hash of the normalised contact: one person, one mark per deputy and period'),
    emailFailedAt: instant().nullable().comment('The mail server said that there is no such mailbox: nothing is sent there any more'),
    remindersOffAt: instant().nullable().comment('The applicant wants no reminder of the mark; what the rules oblige us to tell is sent all the same'),
    locale: p.string().default('ru'),
    createdAt: instant(),
  },
});
export class Applicant extends ApplicantSchema.class {}
ApplicantSchema.setClass(Applicant);
export { ApplicantSchema };
