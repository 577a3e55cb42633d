import type { CodeEdit } from '../../../model/edit.ts';

/** Brings a guard, a function or a class, to `canActivate` of one route. */
export type GuardEdit = CodeEdit<{
  /** From the router's root: what the route is called in messages. */
  readonly routePath: string;
  /** How its object is found below the anchor, as `RouteFact.trail` has it; the route's own path where it is absent. */
  readonly trail?: readonly string[];
  /** Which of several routes with one trail is meant, and how many there are: not by their guards, which edits change. */
  readonly twin?: { readonly index: number; readonly of: number };
}>;
