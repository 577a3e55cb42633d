/**
 * The adapter for Angular's HttpClient, which it doesn't import.
 *
 * @packageDocumentation
 */
export { tokenInterceptor, TokenInterceptor } from './token-interceptor.ts';
export type { ClientOf } from './token-interceptor.ts';
export type {
  AngularObserver,
  AngularParamsLike,
  AngularRequestLike,
  ObservableClass,
  SubscribableLike,
} from './angular-types.ts';
