import {
  HttpErrorResponse,
  HttpParams,
  HttpResponseBase,
  type HttpEvent,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { inject } from '@angular/core';
import {
  assertResponseAllowed,
  authorize,
  originPolicy,
  type OriginPolicy,
} from 'capacitor-identity-vault/http';
import { from, switchMap, tap, type MonoTypeOperatorFunction } from 'rxjs';

import { IDENTITY_ADDRESSES } from './addresses';
import { IdentityService, WITHOUT_TOKEN } from './identity.service';

/** Adds the token to requests to the app's own API, and to no others. A locked vault stops the request. */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(WITHOUT_TOKEN)) {
    return next(request);
  }
  const identity = inject(IdentityService);
  const policy = originPolicy(inject(IDENTITY_ADDRESSES).apiOrigins);
  const outgoing = {
    url: request.urlWithParams,
    hasAuthorization: request.headers.has('Authorization'),
  };

  return from(authorize(outgoing, { policy, getToken: () => identity.getToken() })).pipe(
    switchMap((authorized) => {
      if (!authorized) {
        return next(request);
      }
      // The URL that was checked is the URL that is sent, so the parameters are in it already.
      const { url, headers, token } = authorized;
      const signed = request.clone({ url, params: new HttpParams(), setHeaders: headers });
      return next(signed).pipe(
        refuseRedirects(policy),
        tap({
          error: (error: unknown) => {
            if (error instanceof HttpErrorResponse && error.status === 401) {
              void identity.expire(token);
            }
          },
        }),
      );
    }),
  );
};

/** Fails a request whose token followed a redirect to somebody else. */
function refuseRedirects(policy: OriginPolicy): MonoTypeOperatorFunction<HttpEvent<unknown>> {
  const check = (response: unknown): void => {
    if (response instanceof HttpResponseBase) {
      assertResponseAllowed(response.url, policy);
    }
  };
  return tap<HttpEvent<unknown>>({ next: check, error: check });
}
