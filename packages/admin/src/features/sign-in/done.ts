/** What has led to the sign-in page, where it is worth a word. */
export const DONE = ['reset', 'accepted'] as const;

/** What is still asked after the way through a provider. */
export const STEPS = ['two-factor'] as const;
