import type { AppPath } from '../../model/tree.ts';

/** By the end of a path: what is generated has the same names in every app, but for the guard and the interceptor. */
const purposes: readonly (readonly [end: RegExp, purpose: string])[] = [
  [/(\.spec|\/testing)\.ts$/, 'specs of all this'],
  [/\/session\.ts$/, 'what a session is, and a check of it'],
  [/\/session-state\.ts$/, 'what the app shows: signed in, locked'],
  [/\/addresses\.ts$/, 'the servers of each build'],
  [/\/identity\.service\.ts$/, 'the vault: keeps the session, locks it, signs out'],
  [/\/identity\.navigation\.ts$/, 'to the pages to sign in and to unlock, and back'],
  [/\/identity\.screen\.ts$/, 'hides the app while it is locked'],
  [/\/idle-notice\.ts$/, 'warns before the app locks because it was not touched'],
  [/\/sign-in\.client\.ts$/, 'asks your server for a session'],
  [/\/oidc\.client\.ts$/, 'your OpenID provider, and this app as its client'],
  [/\/refresh\.client\.ts$/, 'asks your server for a new token'],
  [/\/identity\.tokens\.ts$/, 'which token a request gets, and when it is renewed'],
  [/\.interceptor\.ts$/, 'gives the token to your servers, and to no other'],
  [/\.guard\.ts$/, 'sends people to sign in or to unlock'],
  [/\/login\/login\.\w+\.(ts|html|s?css|sass|less)$/, 'the page to sign in'],
  [/\/unlock\/unlock\.\w+\.(ts|html|s?css|sass|less)$/, 'the page to unlock'],
  [/\/account\/account\.\w+\.(ts|html|s?css|sass|less)$/, 'the page with user, state and mode of the vault'],
  [/\/account\/modes\.ts$/, 'the modes of the vault, in words'],
  [/\/account\/lock-words\.ts$/, 'when the vault locks, in words'],
  [/\/passcode\/passcode\.\w+\.(ts|html|s?css|sass|less)$/, 'the modal that asks for a passcode'],
];

/** What a generated file is for, in a few words. */
export function purposeOf(path: AppPath): string | undefined {
  return purposes.find(([end]) => end.test(path))?.[1];
}
