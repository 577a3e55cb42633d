/** What is done where the user and this run changed the same lines. */
export const conflictChoices = ['abort', 'keep', 'theirs', 'markers'] as const;
export type OnConflict = (typeof conflictChoices)[number];
