import { inject, Injector, type ProviderToken } from '@angular/core';
import type { Route } from '@angular/router';

export interface GuardCalls {
  count: number;
}

/** Somebody who is sent in circles so often would have frozen the page: the guard throws instead. */
const endless = 60;

const kinds = ['canActivate', 'canActivateChild', 'canMatch', 'canLoad'] as const;
type Kind = (typeof kinds)[number];
type GuardFn = (...args: unknown[]) => unknown;

/** Counts every call of every guard, those of routes that are loaded later included. */
export function countGuards(routes: readonly Route[], calls: GuardCalls): void {
  for (const route of routes) {
    for (const kind of kinds) {
      const guards = route[kind] as unknown[] | undefined;
      if (guards) Object.assign(route, { [kind]: guards.map((guard) => counted(guard, kind, calls)) });
    }
    countGuards(route.children ?? [], calls);
    countWhenLoaded(route, calls);
  }
}

/** The router keeps what it loaded under this name, which is not public: it tells of no moment between loading and using. */
function countWhenLoaded(route: Route, calls: GuardCalls): void {
  let loaded: Route[] | undefined;
  Object.defineProperty(route, '_loadedRoutes', {
    get: () => loaded,
    set(value: Route[]) {
      loaded = value;
      countGuards(value, calls);
    },
  });
}

function counted(guard: unknown, kind: Kind, calls: GuardCalls): GuardFn {
  return (...args) => {
    if (++calls.count > endless) throw new Error('The guards send in circles.');
    // As the router does: a class or a token where it is provided, else a function.
    const provided = inject(Injector).get(guard as ProviderToken<Record<Kind, GuardFn> | GuardFn>, null);
    const found = provided ?? (guard as GuardFn);
    return typeof found === 'function' ? found(...args) : found[kind](...args);
  };
}
