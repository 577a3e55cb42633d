import { InjectionToken } from '@angular/core';

/** The servers that a build talks to. */
export interface IdentityAddresses {
  /** Where the login page posts to. Empty: there is nowhere to sign in. */
  readonly loginUrl: string;
  /** The only origins that get the token, such as `https://api.example.com`. Empty: nobody gets it. */
  readonly apiOrigins: readonly string[];
}

/** Angular's own: `false` in optimized builds, which leave out what is for development. */
declare const ngDevMode: unknown;

export const IDENTITY_ADDRESSES = new InjectionToken<IdentityAddresses>('IDENTITY_ADDRESSES', {
  providedIn: 'root',
  factory: () => {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      // With `ng serve`, and in unit tests.
      return {
        loginUrl: '',
        apiOrigins: [],
      };
    }
    return {
      loginUrl: 'https://api.example.com/login',
      apiOrigins: ['https://api.example.com'],
    };
  },
});
