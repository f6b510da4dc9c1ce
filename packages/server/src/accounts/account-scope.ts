import { rowsOf, type Em } from '../db/orm.js';
import type { Role } from '../shared/actor.js';
import { asId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';

/** Where an account works. */
export interface AccountScope {
  readonly role: Role;
  /** ISO codes. */
  readonly regions: readonly string[];
  readonly deputyId: string | null;
}

/**
 * Moderators and coordinators have regions, deputies and aides a deputy, and nobody has what their role does not use:
 * a change of role must never bring forgotten rights to life.
 * @throws {Refusal} ACCOUNT_REGIONS_MISSING, ACCOUNT_DEPUTY_MISSING, ACCOUNT_SCOPE_TOO_WIDE
 */
export function checkScope({ role, regions, deputyId }: AccountScope): void {
  const needsRegions = role === 'MODERATOR' || role === 'COORDINATOR';
  const needsDeputy = role === 'DEPUTY' || role === 'AIDE';
  if (needsRegions && regions.length === 0) throw new Refusal('ACCOUNT_REGIONS_MISSING', 'regionCodes');
  if (needsDeputy && deputyId === null) throw new Refusal('ACCOUNT_DEPUTY_MISSING', 'deputyId');
  if (!needsRegions && regions.length > 0) throw new Refusal('ACCOUNT_SCOPE_TOO_WIDE', 'regionCodes');
  if (!needsDeputy && deputyId !== null) throw new Refusal('ACCOUNT_SCOPE_TOO_WIDE', 'deputyId');
}

/** The region of a scope's deputy; null without one. @throws {Refusal} DEPUTY_UNKNOWN */
export async function deputyRegionOf(em: Em, deputyId: string | null): Promise<string | null> {
  if (deputyId === null) return null;
  const row = await rowsOf(em).selectFrom('deputy').where('id', '=', asId(deputyId, 'deputyId')).select('region_code').executeTakeFirst();
  if (!row) throw new Refusal('DEPUTY_UNKNOWN', 'deputyId');
  return row.region_code;
}

/** @throws {Refusal} REGION_UNKNOWN */
export async function checkRegions(em: Em, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const rows = await rowsOf(em).selectFrom('region').where('code', 'in', [...codes]).select('code').execute();
  if (rows.length < new Set(codes).size) throw new Refusal('REGION_UNKNOWN', 'regionCodes');
}
