import { defineEntity, p } from '@mikro-orm/core';
import { instant, oneOf } from '../db/columns.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { ROLES } from '../shared/actor.js';
import { LOCALES } from '../shared/locale.js';
const AccountSchema = defineEntity({
    name: 'Account',
    // The end of somebody's right is heard at once by every server.
    triggers: [{ name: 'account_changed', timing: 'after', events: ['update'],
            body: "perform pg_notify('voter_deputy', json_build_object('kind', 'account.changed', 'accountId', NEW.id)::text); return new" }],
    comment: 'What we know of a person of the console; e-mail, password and sessions are in the auth schema',
    properties: {
        id: p.string().primary().comment('The id of the person in auth."user"'),
        role: oneOf(ROLES),
        name: p.string(),
        locale: oneOf(LOCALES).default('ru'),
        regions: p.array().comment('ISO codes; empty for roles of the whole country and for deputies'),
        deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict'),
        deactivatedAt: instant().nullable(),
        createdAt: instant(),
    },
});
export class Account extends AccountSchema.class {
}
AccountSchema.setClass(Account);
export { AccountSchema };
