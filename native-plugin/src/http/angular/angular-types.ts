/* What of Angular and RxJS is used, by structure: an app without them needs none, and one with them any version from Angular 14 on. */

/** A request's parameters. */
export interface AngularParamsLike {
  keys(): readonly string[];
  delete(name: string): AngularParamsLike;
}

/** An `HttpRequest`. */
export interface AngularRequestLike {
  readonly method: string;
  readonly urlWithParams: string;
  readonly body: unknown;
  readonly headers: { has(name: string): boolean };
  readonly params: AngularParamsLike;
  clone(update: { url: string; params: never; setHeaders: Record<string, string> }): AngularRequestLike;
}

/** Who is told, and may be told more than once. */
export interface AngularObserver {
  next(value: unknown): void;
  error(error: unknown): void;
  complete(): void;
}

/** RxJS' `Observable`, as a value: the app's own, so that there is one RxJS. */
export type ObservableClass = new (subscribe: (subscriber: AngularObserver) => () => void) => unknown;

/** What Angular gives for a request: an `Observable` of events. */
export interface SubscribableLike {
  subscribe(observer: AngularObserver): { unsubscribe(): void };
}
