import { inHome } from './state.ts';
import type { Note, Project } from './types.ts';

/** What was taken for granted about the workspace, and what it means for the app. */
export function workspaceNotes(project: Project): Note[] {
  return [
    ...onLockFiles(project),
    ...onCapacitorConfigs(project),
    ...onCapacitorPackage(project),
    ...onFormatter(project),
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

/** Capacitor takes an app's plugins from the package.json beside its configuration, and looks no further but in Nx. */
function onCapacitorPackage({ capacitor: { folder }, tree, native }: Project): Note[] {
  if (folder === '' || (!native.ios && !native.android)) return [];
  const path = inHome(folder, 'package.json');
  const text = tree.read(path);
  if (text?.includes('"capacitor-identity-vault"') || (text === undefined && tree.read('nx.json') !== undefined))
    return [];
  const what =
    text === undefined ? `there is no ${path}: make one` : `${path} doesn’t list it: add it to the dependencies there`;
  return [
    {
      code: 'plugin-not-seen-by-capacitor',
      text: `Capacitor finds plugins in the package.json beside its configuration, and ${what}, or name it in includePlugins.`,
    },
  ];
}
