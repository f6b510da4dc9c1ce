/** The shortest password that the server takes, for the hint; where an answer of the server tells it, that one counts. */
export const MIN_PASSWORD = 10;

/** How many characters are still missing. */
export const missingCharacters = (password: string, min = MIN_PASSWORD): number => Math.max(0, min - [...password].length);
