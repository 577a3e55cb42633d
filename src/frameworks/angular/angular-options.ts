import { valueName } from '../../options/names.ts';
import { option, type OptionsOf } from '../../options/option.ts';
import type { Options } from '../../options/options.ts';
import { findGuardName, findInterceptorName, usualNames } from './free-names.ts';
import { reservedNames } from './reserved-names.ts';

/** The options that only Angular apps have. */
export const angularOptions = [
  option('interceptorName', {
    kind: valueName(reservedNames),
    group: 'code',
    ask: 'more',
    help: 'Name of the interceptor',
    consequence:
      'It runs behind those of the app; a class where HttpClientModule is used. authInterceptor, or identityInterceptor where the app has one.',
    fallback: findInterceptorName,
    names: { what: 'an interceptor', usual: usualNames.interceptorName },
  }),
  option('guardName', {
    kind: valueName(reservedNames),
    group: 'code',
    ask: 'more',
    help: 'Name of the guard',
    consequence:
      'It is added to canActivate of the guarded routes; a class in Angular 14. authGuard, or identityGuard where the app has one.',
    fallback: findGuardName,
    names: { what: 'a guard', usual: usualNames.guardName },
  }),
] as const;

/** Every option of an Angular app, complete and validated. */
export type AngularOptions = Options & OptionsOf<typeof angularOptions>;
