import { Refusal } from '../shared/refusal.js';
/**
 * Moderators and coordinators have regions, deputies and aides a deputy, and nobody has what their role does not use:
 * a change of role must never bring forgotten rights to life.
 * @throws {Refusal} ACCOUNT_REGIONS_MISSING, ACCOUNT_DEPUTY_MISSING, ACCOUNT_SCOPE_TOO_WIDE
 */
export function checkScope({ role, regions, deputyId }) {
    const needsRegions = role === 'MODERATOR' || role === 'COORDINATOR';
    const needsDeputy = role === 'DEPUTY' || role === 'AIDE';
    if (needsRegions && regions.length === 0)
        throw new Refusal('ACCOUNT_REGIONS_MISSING', 'regions');
    if (needsDeputy && deputyId === null)
        throw new Refusal('ACCOUNT_DEPUTY_MISSING', 'deputyId');
    if (!needsRegions && regions.length > 0)
        throw new Refusal('ACCOUNT_SCOPE_TOO_WIDE', 'regions');
    if (!needsDeputy && deputyId !== null)
        throw new Refusal('ACCOUNT_SCOPE_TOO_WIDE', 'deputyId');
}
