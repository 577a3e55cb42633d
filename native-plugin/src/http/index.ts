/**
 * Where a token may go, and attaching it: framework-free, for an interceptor to call.
 *
 * @example An Angular interceptor
 * const policy = originPolicy(['https://api.example.com']);
 *
 * export const authInterceptor: HttpInterceptorFn = (request, next) => {
 *   const identity = inject(IdentityService);
 *   const outgoing = { url: request.urlWithParams, hasAuthorization: request.headers.has('Authorization') };
 *   const getToken = async () => ((await identity.getSession()) ?? (await identity.restoreSession()))?.token;
 *   const assertNotRedirected = (response: unknown) => {
 *     if (response instanceof HttpResponseBase) assertResponseAllowed(response.url, policy);
 *   };
 *
 *   return from(authorize(outgoing, { policy, getToken })).pipe(
 *     switchMap((authorized) =>
 *       authorized
 *         ? next(request.clone({ url: authorized.url, params: new HttpParams(), setHeaders: authorized.headers })).pipe(
 *             tap({ next: assertNotRedirected, error: assertNotRedirected }),
 *           )
 *         : next(request),
 *     ),
 *   );
 * };
 *
 * @packageDocumentation
 */
export { HttpPolicyError } from './http-policy-error.ts';
export type { HttpPolicyErrorCode } from './http-policy-error.ts';
export { originPolicy } from './origin-policy.ts';
export type { OriginPolicy } from './origin-policy.ts';
export { authorize, assertResponseAllowed } from './authorize.ts';
export type { AuthorizedRequest, OutgoingRequest, TokenSource } from './authorize.ts';
