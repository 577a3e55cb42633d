import type { ArrayLiteralExpression } from 'ts-morph';
import type { RouteFact } from '../../../../model/facts.ts';
import type { AppPath } from '../../../../model/tree.ts';
import type { NodePlace } from '../../../../code/follow.ts';
import { reasonAt } from '../find-bootstrap.ts';

/** An array of routes, and how it is found again. */
export interface RouteArray {
  readonly path: AppPath;
  readonly array: ArrayLiteralExpression;
  /** Absent for the array the router starts with. */
  readonly place?: RouteFact['place'];
}

/** Routes that the router gets beside those it starts with. */
export function arrayAt({ path, anchor }: NodePlace, array: ArrayLiteralExpression): RouteArray {
  const nameless = reasonAt(path, array, 'The routes here have no name to find them by.');
  return { path, array, place: anchor === undefined ? nameless : { path, anchor } };
}
