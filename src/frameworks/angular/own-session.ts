import type { AskedClass, GuardFact, RouteFact, StoredKey } from '../../model/facts.ts';
import { appGuards } from '../../options/found/own-routes.ts';
import type { Modules } from '../../code/modules.ts';
import type { AngularProject } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import { storedKey } from './read/guards/stored-key.ts';
import type { SignOut } from './read/sign-out.ts';

/** What the app's own guards take for a session. */
export interface OwnSession {
  /** The guards that send to the sign-in page. */
  readonly guards: readonly GuardFact[];
  /** The one that sends people away from the sign-in page. */
  readonly guest: GuardFact | undefined;
  /** What these read, and what the app's own sign-out removes. */
  readonly keys: readonly StoredKey[];
  /** The classes that the guards ask. */
  readonly classes: readonly AskedClass[];
}

/** @param routes every route of the app, without those of the generated code */
export function ownSession(
  { project, modules, routes }: { project: AngularProject; modules: Modules; routes: readonly RouteFact[] },
  { loginPath, guardedRoutes }: AngularOptions,
  signOut: SignOut | undefined,
): OwnSession {
  const guardsOf = (isWanted: (path: string) => boolean): GuardFact[] =>
    routes.filter(({ path }) => isWanted(path)).flatMap((route) => appGuards(project, route));
  const sending = guardsOf(() => true).filter(({ sendsTo }) => sendsTo.includes(loginPath));
  // A guard of something else, as an introduction, reads keys that are not the session's.
  const guards = each(sending.length > 0 ? sending : guardsOf((path) => guardedRoutes.includes(path)));
  const around = guardsOf((path) => path === loginPath || (path !== '' && loginPath.startsWith(`${path}/`)));
  const guest = around.find(({ sendsTo }) => sendsTo.length > 0 && !sendsTo.includes(loginPath));
  const asking = guest === undefined ? guards : [...guards, guest];
  return {
    guards,
    guest,
    keys: each([...asking.flatMap(({ reads = [] }) => reads), ...removedBy(modules, signOut)]),
    classes: each(asking.flatMap(({ asks = [] }) => asks)),
  };
}

function removedBy(modules: Modules, signOut: SignOut | undefined): StoredKey[] {
  if (signOut === undefined) return [];
  const { path } = signOut.owner;
  const removed = signOut.method.body.getDescendants().map((node) => storedKey(modules, { path, node }, 'removed'));
  return removed.filter((key) => key !== undefined);
}

/** Each of them once. */
function each<T extends object>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
