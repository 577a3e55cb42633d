import type { NativeProjects } from '../../model/project.ts';
import type { AppPath, Tree } from '../../model/tree.ts';
import { inHome } from '../../state/setup-paths.ts';
import { canonical } from '../../text/text.ts';
import { findBackup } from './native/android-backup.ts';
import { findAppPlists, findInfoPlists } from './native/app-plists.ts';
import { findEntitlements } from './native/entitlements.ts';
import { linesOfCode } from './native/lines-of-code.ts';
import { oldestAndroid } from './native/oldest-android.ts';
import { oldestIos } from './native/oldest-ios.ts';
import { findUsageTexts } from './native/usage-texts.ts';
import { readXcodeProject, type XcodeProject, type XcodeTarget } from './native/xcode-targets.ts';

/** Folders beside the app targets that hold copies or other people's code. */
const notTargets = /^(build|Pods|DerivedData|public|CapApp-SPM|.*\.(xcodeproj|xcworkspace|xcassets|lproj))\/$/;

/** The native projects as `cap add` lays them out. */
export function findNativeProjects(tree: Tree, folder: AppPath): NativeProjects {
  const home = inHome(folder, 'ios/App');
  const project = xcodeProject(tree, home);
  const folders = foldersIn(tree, home);
  const found = project && findAppPlists(tree, project, targetsWithVault(tree, home, project));
  const isFound = found !== undefined && found.plists.length + found.generatedPlists.length > 0;
  // Where the Xcode project can't be followed, the folders show what it is made of.
  const inFolders = folders.map((one) => `${one}/Info.plist`).filter((path) => isAppPlist(tree, path));
  const apps = project?.targets.filter(({ kind }) => kind === 'app') ?? [];
  const manifest = inHome(folder, 'android/app/src/main/AndroidManifest.xml');
  const backup = findBackup(tree, manifest);
  return {
    ios: tree.list(inHome(folder, 'ios')).length > 0,
    android: tree.list(inHome(folder, 'android')).length > 0,
    plists: isFound ? found.plists : inFolders,
    generatedPlists: found?.generatedPlists ?? [],
    appPlists: project && apps.length > 0 ? findInfoPlists(tree, project, apps) : inFolders,
    ...(project ? findEntitlements(tree, project, apps) : { entitlements: [], unentitled: [] }),
    ...(tree.readBytes(manifest) === undefined ? {} : { manifest }),
    usageTexts: findUsageTexts(tree, [home, ...foldersWithTexts(tree, folders)], project?.source ?? 'en'),
    oldestSystems: [...oldestIos(tree, folder, project), ...oldestAndroid(tree, folder)],
    ...(backup === undefined ? {} : { backup }),
  };
}

function xcodeProject(tree: Tree, apps: AppPath): XcodeProject | undefined {
  const name = tree.list(apps).find((one) => one.endsWith('.xcodeproj/'));
  const path = `${apps}/${name ?? ''}project.pbxproj`;
  const text = name === undefined ? undefined : tree.read(path);
  return text === undefined ? undefined : readXcodeProject(path, canonical(text));
}

function foldersIn(tree: Tree, folder: AppPath): AppPath[] {
  const names = tree.list(folder).filter((name) => name.endsWith('/') && !notTargets.test(name));
  return names.map((name) => `${folder}/${name.slice(0, -1)}`);
}

/** An extension (widget, share sheet) shows Face ID's question only where the vault is linked into it. */
function targetsWithVault(tree: Tree, apps: AppPath, { targets }: XcodeProject): XcodeTarget[] {
  const podfile = linesOfCode(tree, `${apps}/Podfile`, '#').map(({ code }) => code);
  return targets.filter(
    ({ kind, name, products }) =>
      kind === 'app' || products.some((one) => linked.has(one)) || podsOf(podfile, name).some((one) => pods.test(one)),
  );
}

const linked = new Set(['CapApp-SPM', 'CapacitorIdentityVault']);
const pods = /^(capacitor_pods\b|pod ['"]CapacitorIdentityVault['"])/;

/** The lines of a target's block; those of a target within it are among them. */
function podsOf(lines: readonly string[], target: string): string[] {
  const start = lines.findIndex((line) => /^target\s*\(?\s*(["'])(.*?)\1/.exec(line)?.[2] === target);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^(end|target)\b/.test(line));
  return end < 0 ? rest : rest.slice(0, end);
}

function isAppPlist(tree: Tree, path: AppPath): boolean {
  const bytes = tree.readBytes(path);
  return bytes !== undefined && !isOfExtension(bytes);
}

function isOfExtension(plist: Uint8Array): boolean {
  return Buffer.from(plist).includes('NSExtension');
}

/** A target's folder, and the folders in it: many apps keep their resources in one. An extension asks for nothing. */
function foldersWithTexts(tree: Tree, folders: readonly AppPath[]): AppPath[] {
  return folders
    .filter((folder) => !isOfExtension(tree.readBytes(`${folder}/Info.plist`) ?? new Uint8Array()))
    .flatMap((folder) => [folder, ...foldersIn(tree, folder)]);
}
