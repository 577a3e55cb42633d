/** What Git says of an app's folder. */
export type GitState = { readonly kind: 'none' } | { readonly kind: 'repository'; readonly uncommitted: number };
