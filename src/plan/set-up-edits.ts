import type { FileEdit } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import { printConfig, updateConfig } from '../options/catalog/config-file.ts';
import type { Options } from '../options/options.ts';
import { setupPaths } from '../state/setup-paths.ts';

/** The files of the set-up itself: what was chosen, and how git treats what is kept beside it. */
export function setUpEdits({ home, setup }: Project, options: Options): FileEdit[] {
  const { config, gitAttributes, gitIgnore } = setupPaths(home);
  const { configText } = setup;
  const chosen = configText === undefined ? printConfig(options, home) : updateConfig(configText, options);
  return [
    { kind: 'file', id: 'config', path: config, text: chosen, style: 'app' },
    { kind: 'file', id: 'git-attributes', path: gitAttributes, text: '* -text linguist-generated\n', style: 'exact' },
    { kind: 'file', id: 'git-ignore', path: gitIgnore, text: '/undo/\n/journal/\n', style: 'exact' },
  ];
}
