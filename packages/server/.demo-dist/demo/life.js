import { APPLICANT } from './course.js';
import { spokenName } from './directory.js';
import { chance, pick } from './random.js';
import { WITHDRAWAL_REASONS } from './texts/feedback-comments.js';
import { say as spoken } from './texts/speech.js';
/** A moderator of the region. */
export const moderatorOf = ({ plan, random }) => ({ kind: 'MODERATOR', name: pick(random, plan.region.moderators) });
/** The deputy, or the aide when there is one and the move is an aide's too. */
export function deskOf(deputy, random, aideToo) {
    if (aideToo && deputy.aide && chance(random, 0.55))
        return { kind: 'AIDE', name: deputy.aide };
    return { kind: 'DEPUTY', name: spokenName(deputy) };
}
/** Writes a message at a moment that has come. */
export function say(life, kind, at, author, text, deputy = null) {
    const message = { kind, author, deputy, text, at: life.plan.region.time.instant(at) };
    life.messages.push(message);
    return message;
}
/** The applicant takes it back. */
export function withdraw(life, at) {
    const { course, random, applicant } = life;
    const reason = chance(random, 0.8) ? spoken(pick(random, WITHDRAWAL_REASONS), applicant.writer) : null;
    if (course.move('WITHDRAW', at, APPLICANT, reason))
        course.closedAt = course.lastMoveAt;
}
