import { ciScriptEdits, ciScriptNotes } from '../packages/ci-script.ts';
import { frameworkWith } from '../frameworks/find-framework.ts';
import type { ArchiveEdit, JsonEdit } from '../model/edit.ts';
import { digestBytes } from '../text/text.ts';
import { setUpEdits } from './set-up-edits.ts';
import type { Options } from '../options/options.ts';
import { commandsFor } from '../packages/commands-for.ts';
import { deviceNotes } from '../platforms/device-notes.ts';
import { authOriginEdits } from '../platforms/sign-in-callback.ts';
import { platforms } from '../platforms/platforms.ts';
import { oidcEdits, oidcPackages } from '../packages/oidc-package.ts';
import { pluginArchive } from '../packages/plugin-archive.ts';
import { pluginPackage } from '../packages/plugin-package.ts';
import { workspaceNotes } from './workspace-notes.ts';
import type { PackageChange, Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** Everything the options ask for, as plain data: what is printed is what is done. */
export async function plan(project: Project, options: Options): Promise<Plan> {
  const wanted = await frameworkWith(project.framework).want(project, options);
  const dependency = pluginDependency(project, options);
  return {
    edits: [
      ...wanted.edits,
      ...platforms.flatMap((platform) => platform.edits(project, options)),
      ...authOriginEdits(project, options),
      dependencyEdit(dependency),
      ...oidcEdits(options),
      ...ciScriptEdits(project, options),
      ...archiveEdits(project, options),
      ...setUpEdits(project, options),
    ],
    packages: [...(dependency.before === dependency.spec ? [] : [dependency]), ...oidcPackages(project, options)],
    ...(wanted.access === undefined ? {} : { access: wanted.access }),
    commands: commandsFor(project, options.packageManager, 'installs the vault plugin'),
    notes: [
      ...wanted.notes,
      ...workspaceNotes(project, dependency.spec),
      ...platforms.flatMap((platform) => platform.notes(project, options)),
      ...deviceNotes(project),
      ...ciScriptNotes(project, options),
    ],
    followUps: [...(wanted.followUps ?? []), ...platforms.flatMap((platform) => platform.followUps(project, options))],
  };
}

/** The packed plugin, where this app is the one that keeps it. */
function archiveEdits(project: Project, { plugin }: Options): ArchiveEdit[] {
  const { pluginSource } = project;
  if (pluginSource.kind !== 'archive' || plugin !== undefined) return [];
  const { path, isShared } = pluginArchive(project, pluginSource);
  return isShared ? [] : [{ kind: 'archive', id: 'plugin', path, digest: digestBytes(pluginSource.bytes) }];
}

function pluginDependency(project: Project, options: Options): PackageChange & { readonly spec: string } {
  const before = project.dependencies.get(pluginPackage)?.range;
  return { name: pluginPackage, spec: pluginSpec(project, options), ...(before === undefined ? {} : { before }) };
}

function pluginSpec(project: Project, options: Options): string {
  const { pluginSource } = project;
  if (options.plugin !== undefined) return options.plugin;
  if (pluginSource.kind === 'spec') return pluginSource.spec;
  return `file:${pluginArchive(project, pluginSource).path}`;
}

function dependencyEdit({ name, spec }: { readonly name: string; readonly spec: string }): JsonEdit {
  return { kind: 'json', id: 'dependency', path: 'package.json', key: ['dependencies', name], value: spec };
}
