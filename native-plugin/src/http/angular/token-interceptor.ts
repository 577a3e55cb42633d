import type { TokenClient } from '../token-client.ts';
import type { TokenSession } from '../token-vault.ts';
import { AngularExchange } from './angular-exchange.ts';
import type { AngularRequestLike, ObservableClass, SubscribableLike } from './angular-types.ts';

/**
 * Which client a request gets its token from; `undefined`: it goes out as it is. Called in Angular's injection context.
 */
export type ClientOf<Request, S extends TokenSession = TokenSession> = (request: Request) => TokenClient<S> | undefined;

/**
 * A functional interceptor (Angular 15 and later) that adds the token where it belongs. Register it last.
 *
 * @param Observable RxJS' own
 * @example
 * import { Observable } from 'rxjs';
 *
 * export const authInterceptor: HttpInterceptorFn = tokenInterceptor(() => inject(IdentityService).tokens, Observable);
 */
export function tokenInterceptor<Request extends AngularRequestLike, Events, S extends TokenSession = TokenSession>(
  clientOf: ClientOf<Request, S>,
  Observable: ObservableClass,
): (request: Request, next: (request: Request) => Events) => Events {
  return (request, next) => {
    const client = clientOf(request);
    if (!client) return next(request);
    const send = (sent: AngularRequestLike): SubscribableLike => next(sent as Request) as SubscribableLike;
    return new Observable((subscriber) => new AngularExchange(client, send, subscriber).start(request)) as Events;
  };
}

/**
 * The same as a class, for `HTTP_INTERCEPTORS`.
 *
 * @example
 * @Injectable()
 * export class AuthInterceptor extends TokenInterceptor implements HttpInterceptor {
 *   constructor(injector: Injector) {
 *     // Not injected itself: the service has an HttpClient, which has this interceptor.
 *     super(() => injector.get(IdentityService).tokens, Observable);
 *   }
 * }
 */
export class TokenInterceptor<S extends TokenSession = TokenSession> {
  readonly #clientOf: ClientOf<AngularRequestLike, S>;
  readonly #observable: ObservableClass;

  constructor(clientOf: ClientOf<AngularRequestLike, S>, Observable: ObservableClass) {
    this.#clientOf = clientOf;
    this.#observable = Observable;
  }

  /** What Angular calls for each request. */
  intercept<Request extends AngularRequestLike, Events>(
    request: Request,
    next: { handle(request: Request): Events },
  ): Events {
    const intercept = tokenInterceptor<Request, Events, S>(this.#clientOf, this.#observable);
    return intercept(request, (sent) => next.handle(sent));
  }
}
