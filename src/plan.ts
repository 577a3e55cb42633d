import { frameworks } from './frameworks/frameworks.ts';
import type { JsonEdit } from './edits/edit.ts';
import type { Options } from './options/options.ts';
import { platforms } from './platforms/platforms.ts';
import { setupFolder } from './state.ts';
import type { Command, PackageChange, Plan, Project } from './types.ts';

const plugin = 'capacitor-identity-vault';

/** Everything the options ask for, as plain data: what is printed is what is done. */
export function plan(project: Project, options: Options): Plan {
  const wanted = frameworks[project.framework.id].want(project, options);
  const dependency = pluginPackage(project, options);
  return {
    edits: [
      ...wanted.edits,
      ...platforms.flatMap((platform) => platform.edits(project, options)),
      dependencyEdit(dependency),
    ],
    packages: dependency.before === dependency.spec ? [] : [dependency],
    commands: commands(project, options),
    notes: [...wanted.notes, ...platforms.flatMap((platform) => platform.notes(project, options))],
    manual: wanted.manual,
  };
}

function pluginPackage(project: Project, options: Options): PackageChange {
  const before = project.dependencies.get(plugin)?.range;
  return { name: plugin, spec: pluginSpec(project, options), ...(before === undefined ? {} : { before }) };
}

function pluginSpec({ pluginSource }: Project, options: Options): string {
  if (options.plugin !== undefined) return options.plugin;
  if (pluginSource.kind === 'spec') return pluginSource.spec;
  return `file:${setupFolder}/${pluginSource.fileName}`;
}

function dependencyEdit({ name, spec }: PackageChange): JsonEdit {
  return { kind: 'json', id: 'dependency', path: 'package.json', key: ['dependencies', name], value: spec };
}

function commands(project: Project, options: Options): Command[] {
  const { native } = project;
  const install: Command = {
    id: 'install',
    argv: [options.packageManager, 'install'],
    why: 'installs the vault plugin',
  };
  if (!native.ios && !native.android) return [install];
  return [install, capacitorCommand(project)];
}

/** `cap sync` fails on an app whose web assets are not built; `cap update` registers the plugin without them. */
function capacitorCommand({ capacitor, tree }: Project): Command {
  const built = capacitor.webDir !== undefined && tree.list(capacitor.webDir).includes('index.html');
  return built
    ? { id: 'cap-sync', argv: ['cap', 'sync'], why: 'registers the plugin with the native projects' }
    : { id: 'cap-update', argv: ['cap', 'update'], why: 'registers the plugin; the web assets are not built yet' };
}
