import type { Role } from '../../gql/schema';

/** A deputy that was found; the name is kept beside the id, so that it shows before any list has come. */
export interface ChosenDeputy {
  id: string;
  name: string;
}

/** A role and what it is for, as the form holds it: what another role needed is kept, in case one changes back. */
export interface Scope {
  role: Role | null;
  regions: string[];
  deputy: ChosenDeputy | null;
}

/** What a role needs to be told. */
export type Need = 'regions' | 'deputy' | null;

const NEEDS: Record<Role, Need> = {
  ADMINISTRATOR: null,
  ANALYST: null,
  MODERATOR: 'regions',
  COORDINATOR: 'regions',
  DEPUTY: 'deputy',
  AIDE: 'deputy',
};

export const needOf = (role: Role | null): Need => (role === null ? null : NEEDS[role]);

/** The roles that somebody of this role may give; nobody else sees the form. */
export function rolesToGive(role: Role): readonly Role[] {
  if (role === 'ADMINISTRATOR') return ['DEPUTY', 'AIDE', 'MODERATOR', 'COORDINATOR', 'ANALYST', 'ADMINISTRATOR'];
  return role === 'COORDINATOR' ? ['DEPUTY', 'AIDE'] : [];
}

/** The field that is still empty, if any. */
export function lacks({ role, regions, deputy }: Scope): 'role' | 'regions' | 'deputy' | null {
  if (role === null) return 'role';
  const need = needOf(role);
  if (need === 'regions' && regions.length === 0) return 'regions';
  return need === 'deputy' && !deputy ? 'deputy' : null;
}

/** The scope as the server takes it: only what the role is for. */
export function scopeInput({ role, regions, deputy }: Scope & { role: Role }): { role: Role; regionCodes?: string[]; deputyId?: string } {
  const need = needOf(role);
  return { role, ...(need === 'regions' && { regionCodes: regions }), ...(need === 'deputy' && deputy && { deputyId: deputy.id }) };
}
