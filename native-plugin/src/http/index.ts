/**
 * Where a token may go, attaching it, and renewing it: framework-free. `/http/fetch`, `/http/axios` and `/http/angular` are adapters over it.
 *
 * @example
 * const tokens = new TokenClient({
 *   vault: identity,
 *   origins: ['https://api.example.com'],
 *   refresh: (session) => backend.refresh(session.refreshToken),
 *   onUnauthorized: () => identity.logout(),
 * });
 *
 * const api = tokenFetch(tokens); // /http/fetch
 * useTokens(axios, tokens); // /http/axios
 * export const authInterceptor: HttpInterceptorFn = tokenInterceptor(() => tokens, Observable); // /http/angular
 *
 * @packageDocumentation
 */
export { HttpPolicyError } from './http-policy-error.ts';
export type { HttpPolicyErrorCode } from './http-policy-error.ts';
export { originPolicy } from './origin-policy.ts';
export type { OriginPolicy } from './origin-policy.ts';
export { authorize, assertResponseAllowed } from './authorize.ts';
export type { AuthorizedRequest, OutgoingRequest, TokenSource } from './authorize.ts';
export { TokenClient } from './token-client.ts';
export type { SentRequest } from './token-client.ts';
export type { TokenClientOptions } from './token-client-options.ts';
export type { Answer } from './answer.ts';
export type { TokenSession, TokenVault } from './token-vault.ts';
export { received } from './lifetime.ts';
export type { TokenLifetime } from './lifetime.ts';
