import { posix } from 'node:path';
import { inHome } from '../state/setup-paths.ts';
import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** What was taken for granted about the workspace, and what it means for the app. */
export function workspaceNotes(project: Project, spec: string): Note[] {
  return [
    ...onLockFiles(project),
    ...onCapacitorConfigs(project),
    ...onCapacitorPackage(project, spec),
    ...onFormatter(project),
    ...onFormerVault(project),
  ];
}

function onLockFiles({ packageManager: { name, reason, passedOver = [] } }: Project): Note[] {
  if (passedOver.length === 0) return [];
  const text =
    `There are lock files of several package managers. ${name} is used, because of ${reason}; ` +
    `passed over: ${passedOver.join(', ')}. State another one as "packageManager" in package.json.`;
  return [{ code: 'several-lock-files', text }];
}

function onCapacitorConfigs({ capacitor: { configFiles } }: Project): Note[] {
  const [used, ...unused] = configFiles;
  if (used === undefined || unused.length === 0) return [];
  return [{ code: 'several-capacitor-configs', text: `Capacitor reads ${used} and never ${unused.join(', ')}.` }];
}

function onFormatter({ formatter }: Project): Note[] {
  if (formatter.kind !== 'none' || formatter.passedOver === undefined) return [];
  const text = `The files are not formatted: ${formatter.passedOver}`;
  return [{ code: 'formatter-passed-over', text }];
}

const formerVault = '@ionic-enterprise/identity-vault';

/** What the app had before: two vaults don't know of each other. */
function onFormerVault({ dependencies, tree }: Project): Note[] {
  if (!dependencies.has(formerVault)) return [];
  const hasKey = tree.read('.npmrc')?.includes('@ionic-enterprise:') === true;
  const registry = hasKey ? ' and, if nothing else needs it, the registry of @ionic-enterprise from .npmrc' : '';
  const text =
    `${formerVault} is in package.json. The new vault stands beside it and takes no data over: users sign in once more. ` +
    `After the switch, take out the code that imports it, the package${registry}.`;
  return [{ code: 'former-vault', text }];
}

/** Capacitor takes an app's plugins from the package.json beside its configuration, and looks no further but in Nx. */
function onCapacitorPackage({ capacitor: { folder }, tree, native }: Project, spec: string): Note[] {
  if (folder === '' || (!native.ios && !native.android)) return [];
  const path = inHome(folder, 'package.json');
  const text = tree.read(path);
  if (text?.includes('"capacitor-identity-vault"') || (text === undefined && tree.read('nx.json') !== undefined))
    return [];
  // An archive is named from the folder of the package.json it is in.
  const isRelative = /^file:(?!\/|~|[A-Za-z]:)/.test(spec);
  const from = isRelative ? `file:${posix.relative(folder, spec.slice('file:'.length))}` : spec;
  const line = `"capacitor-identity-vault": "${from}"`;
  const what =
    text === undefined
      ? `there is no ${path}: make one with {"dependencies": {${line}}}`
      : `${path} doesn’t list it: add ${line} to its dependencies`;
  return [
    {
      code: 'plugin-not-seen-by-capacitor',
      text: `Capacitor finds plugins in the package.json beside its configuration, and ${what}, or name it in includePlugins.`,
    },
  ];
}
