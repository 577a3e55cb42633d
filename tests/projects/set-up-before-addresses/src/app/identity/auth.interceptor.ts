import {
  HttpErrorResponse,
  HttpParams,
  HttpResponseBase,
  type HttpEvent,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { assertResponseAllowed, authorize, originPolicy } from 'capacitor-identity-vault/http';
import { from, switchMap, tap } from 'rxjs';

import { API_ORIGINS, IdentityService, WITHOUT_TOKEN } from './identity.service';

const policy = originPolicy(API_ORIGINS);
const refuseRedirects = tap<HttpEvent<unknown>>({ next: checkOrigin, error: checkOrigin });

/** Adds the token to requests to `API_ORIGINS`, and to no others. A locked vault stops the request. */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(WITHOUT_TOKEN)) {
    return next(request);
  }
  const identity = inject(IdentityService);
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
        refuseRedirects,
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

/** Fails a request whose token followed a redirect out of `API_ORIGINS`. */
function checkOrigin(response: unknown): void {
  if (response instanceof HttpResponseBase) {
    assertResponseAllowed(response.url, policy);
  }
}
