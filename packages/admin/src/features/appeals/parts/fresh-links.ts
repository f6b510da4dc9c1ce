/** Links to files work for ten minutes unless a setting says otherwise: a page that stays open asks for new ones before that. */
export const FRESH_LINKS_MS = 8 * 60_000;
