/** What has led to the sign-in page, where it is worth a word. */
export const DONE = ['reset', 'accepted'] as const;
