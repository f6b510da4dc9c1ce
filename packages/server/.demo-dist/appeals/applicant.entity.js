import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../db/columns.js';
const ApplicantSchema = defineEntity({
    name: 'Applicant',
    comment: 'Who wrote one appeal; contacts serve that appeal alone (rules §6)',
    properties: {
        id: id(),
        name: p.string(),
        email: p.string().nullable(),
        phone: p.string().nullable(),
        contactHash: p.string().index().comment('Hash of the normalised contact: one person, one mark per deputy and period'),
        locale: p.string().default('ru'),
        createdAt: instant(),
    },
});
export class Applicant extends ApplicantSchema.class {
}
ApplicantSchema.setClass(Applicant);
export { ApplicantSchema };
