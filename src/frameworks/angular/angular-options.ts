import { boolean } from '../../options/kinds.ts';
import { valueName } from '../../options/names.ts';
import { option, type OptionsOf } from '../../options/option.ts';
import type { Options } from '../../options/options.ts';
import { findRuntimeAddresses } from './find-runtime-addresses.ts';
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
      'It runs after the app’s own interceptors; a class if the app uses HttpClientModule. authInterceptor, or identityInterceptor if the app has an authInterceptor.',
    fallback: findInterceptorName,
    names: { what: 'an interceptor', usual: usualNames.interceptorName },
  }),
  option('guardName', {
    kind: valueName(reservedNames),
    group: 'code',
    ask: 'more',
    help: 'Name of the guard',
    consequence:
      'It is added to canActivate of the guarded routes; it is a class in Angular 14. authGuard, or identityGuard if the app has an authGuard.',
    fallback: findGuardName,
    names: { what: 'a guard', usual: usualNames.guardName },
  }),
  option('runtimeAddresses', {
    kind: boolean,
    group: 'code',
    ask: 'more',
    help: 'The app reads its addresses when it starts',
    consequence:
      'The app provides IDENTITY_ADDRESSES itself: the run says where. Otherwise each build gets its own, in environment*.ts where builds replace that.',
    fallback: findRuntimeAddresses,
  }),
] as const;

/** Every option of an Angular app, complete and validated; an interface, whose members TypeScript looks up late. */
export interface AngularOptions extends Options, OptionsOf<typeof angularOptions> {}
