import type { AppPath, Tree } from '../../../model/tree.ts';
import { fileOf } from './app-plists.ts';
import type { XcodeProject, XcodeTarget } from './xcode-targets.ts';

/** What the apps of a project may do by Apple's leave. */
interface Entitlements {
  readonly entitlements: readonly AppPath[];
  /** Build configurations without such a file: `App (Debug)`. */
  readonly unentitled: readonly string[];
}

/** Xcode makes the file with the first capability that somebody adds to a target. */
export function findEntitlements(tree: Tree, project: XcodeProject, apps: readonly XcodeTarget[]): Entitlements {
  const found = apps.flatMap((target) =>
    target.configurations.map(({ name, settings }) => {
      const path = fileOf(project, target, settings.get('CODE_SIGN_ENTITLEMENTS')?.value);
      return path !== undefined && tree.readBytes(path) !== undefined ? { path } : { of: `${target.name} (${name})` };
    }),
  );
  return {
    entitlements: [...new Set(found.flatMap(({ path }) => path ?? []))],
    unentitled: found.flatMap(({ of }) => of ?? []),
  };
}
