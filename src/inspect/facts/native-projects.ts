import { inHome } from '../../state/setup-paths.ts';
import type { NativeProjects } from '../../model/project.ts';
import type { AppPath, Tree } from '../../model/tree.ts';

/** Folders beside the app targets that hold copies or other people's code. */
const notTargets = /^(build|Pods|DerivedData|public|.*\.(xcodeproj|xcworkspace|xcassets))\/$/;

/** The native projects as `cap add` lays them out; each app target has its own Info.plist. */
export function findNativeProjects(tree: Tree, folder: AppPath): NativeProjects {
  const apps = inHome(folder, 'ios/App');
  const targets = tree
    .list(apps)
    .filter((name) => name.endsWith('/') && !notTargets.test(name))
    .map((name) => `${apps}/${name}`);
  return {
    ios: tree.list(inHome(folder, 'ios')).length > 0,
    android: tree.list(inHome(folder, 'android')).length > 0,
    plists: targets.map((target) => `${target}Info.plist`).filter((path) => isAppPlist(tree, path)),
    localisedStrings: targets.flatMap((target) => localisedStrings(tree, target)),
  };
}

/** An extension (widget, share sheet) never shows Face ID's question. */
function isAppPlist(tree: Tree, path: AppPath): boolean {
  const bytes = tree.readBytes(path);
  return bytes !== undefined && !Buffer.from(bytes).includes('NSExtension');
}

function localisedStrings(tree: Tree, target: AppPath): AppPath[] {
  return tree
    .list(target.slice(0, -1))
    .filter((name) => name.endsWith('.lproj/'))
    .map((name) => `${target}${name}InfoPlist.strings`)
    .filter((path) => tree.readBytes(path) !== undefined);
}
