/** The lines around both sides of a clash that a person has to decide: those of git, with names of our own. */
export const conflictMarkers = {
  yours: '<<<<<<< yours',
  between: '=======',
  ours: '>>>>>>> create-identity-vault',
} as const;

/** Whether a run left both sides of a clash in a text; git's own conflicts are none of that. */
export function isUndecided(text: string): boolean {
  return text.split('\n').includes(conflictMarkers.ours);
}
