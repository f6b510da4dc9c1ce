import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { ROLES, seesWholeCountry, type Role, type SignedIn } from '../shared/actor.js';
import { LOCALES } from '../shared/locale.js';

export const RoleEnum = asEnum(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'модератор, координатор, администратор, аналитик, депутат, помощник.' });
export const LocaleEnum = asEnum(LOCALES);
registerEnumType(LocaleEnum, { name: 'Locale', description: 'Languages of the product: Russian and English.' });

@ObjectType('Viewer', { simpleResolvers: true, description: 'The signed-in person.' })
export class ViewerType {
  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  @Field(() => String, { description: "The person's name." })
  name!: string;

  @Field(() => String, { description: 'The e-mail address by which the person signs in.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'What the person does here.' })
  role!: Role;

  @Field(() => Boolean, { description: 'Whether sign-in asks for a one-time code besides the password.' })
  twoFactorEnabled!: boolean;

  @Field(() => Boolean, { description: 'Whether a setting asks this role for a second factor. Until it is on, everything but this, `setLocale` and the own sessions fails with TWO_FACTOR_REQUIRED.' })
  twoFactorRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether the person sees the whole country; `regions` is empty then.' })
  allRegions!: boolean;
}

/** A viewer, made of the session alone. */
export interface ViewerRow extends ViewerType {
  readonly regionCodes: readonly string[];
  readonly deputyId: string | null;
}

export const viewerOf = (actor: SignedIn, rolesWithTwoFactor: readonly Role[]): ViewerRow => ({
  id: actor.accountId,
  name: actor.name,
  email: actor.email,
  role: actor.role,
  allRegions: seesWholeCountry(actor),
  twoFactorEnabled: actor.twoFactorEnabled ?? false,
  twoFactorRequired: rolesWithTwoFactor.includes(actor.role),
  regionCodes: actor.regions,
  deputyId: actor.deputyId,
});
