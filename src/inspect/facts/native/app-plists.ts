import { posix } from 'node:path';
import type { GeneratedPlist } from '../../../model/project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { XcodeConfiguration, XcodeProject, XcodeTarget } from './xcode-targets.ts';

/** Where the texts of Info.plist are for the targets that show Face ID's question. */
export interface AppPlists {
  readonly plists: readonly AppPath[];
  readonly generatedPlists: readonly GeneratedPlist[];
}

const setting = 'INFOPLIST_KEY_NSFaceIDUsageDescription';

/**
 * As the Xcode project has it: each target's Info.plist, or the build settings that Xcode makes one of. Where a target's
 * text stands in the build settings already, it stays there.
 */
export function findAppPlists(tree: Tree, project: XcodeProject, targets: readonly XcodeTarget[]): AppPlists {
  const found = targets.flatMap((target) => {
    const isInSettings = target.configurations.some((one) => generates(one) && one.settings.has(setting));
    return target.configurations.map((configuration) => place(tree, { project, target, configuration, isInSettings }));
  });
  const plists = new Set(found.flatMap((one) => (typeof one === 'string' ? [one] : [])));
  return { plists: [...plists], generatedPlists: found.flatMap((one) => (typeof one === 'object' ? [one] : [])) };
}

/** The files alone, of these targets: also where Xcode adds build settings to one. */
export function findInfoPlists(tree: Tree, project: XcodeProject, targets: readonly XcodeTarget[]): AppPath[] {
  const paths = targets.flatMap((target) =>
    target.configurations.flatMap(
      ({ settings }) => fileOf(project, target, settings.get('INFOPLIST_FILE')?.value) ?? [],
    ),
  );
  return [...new Set(paths)].filter((path) => tree.readBytes(path) !== undefined);
}

interface Asked {
  readonly project: XcodeProject;
  readonly target: XcodeTarget;
  readonly configuration: XcodeConfiguration;
  readonly isInSettings: boolean;
}

function place(
  tree: Tree,
  { project, target, configuration, isInSettings }: Asked,
): AppPath | GeneratedPlist | undefined {
  const { id, name, settings } = configuration;
  const generated: GeneratedPlist = { path: project.path, target: target.name, configuration: id, name };
  const file = fileOf(project, target, settings.get('INFOPLIST_FILE')?.value);
  const isThere = file !== undefined && tree.readBytes(file) !== undefined;
  if (generates(configuration) && (isInSettings || !isThere)) {
    const inherited = settings.get(setting);
    // What all targets of the project have is there already.
    return inherited?.isOwn === false && inherited.value.trim() !== '' ? undefined : generated;
  }
  return isThere ? file : undefined;
}

function generates({ settings }: XcodeConfiguration): boolean {
  return settings.get('GENERATE_INFOPLIST_FILE')?.value === 'YES';
}

/** A file that a build setting names. Paths in a project start in the folder that it is in; a path of other variables can't be followed. */
export function fileOf(
  { path }: XcodeProject,
  { name }: XcodeTarget,
  written: string | undefined,
): AppPath | undefined {
  if (written === undefined || written === '') return undefined;
  const folder = posix.dirname(posix.dirname(path));
  const plain = written
    .replace(/^\$[({](SRCROOT|PROJECT_DIR)[)}]\//, '')
    .replaceAll(/\$[({](TARGET_NAME|TARGETNAME)[)}]/g, name);
  if (plain.includes('$') || posix.isAbsolute(plain)) return undefined;
  const resolved = posix.join(folder, plain);
  return resolved.startsWith('..') ? undefined : resolved;
}
