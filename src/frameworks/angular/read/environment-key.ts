/** The member of the app's `environment` that has the addresses of a build. */
export const environmentKey = 'identityVault';
