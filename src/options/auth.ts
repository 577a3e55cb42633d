/** How users sign in. */
export const auths = ['generic', 'oidc'] as const;

export type Auth = (typeof auths)[number];
