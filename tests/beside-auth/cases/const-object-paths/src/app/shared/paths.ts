export const PATHS = {
  home: 'home',
  account: { signIn: 'sign-in', profile: 'profile' },
} as const;
