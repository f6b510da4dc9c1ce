/** Roles of the console (product.md's words). */
export const ROLES = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'];
export const ANONYMOUS = { kind: 'ANONYMOUS' };
export const SYSTEM = { kind: 'SYSTEM' };
/** Administrator and analyst see the whole country. */
export const seesWholeCountry = (actor) => actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST';
export const isDeputySide = (actor) => actor.role === 'DEPUTY' || actor.role === 'AIDE';
