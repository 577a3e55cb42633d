/** Calls back for touches and keys of a person, from now on, at most once a second. */
export type Presence = (callback: () => void) => void;
