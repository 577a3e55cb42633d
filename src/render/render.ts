import type { AppEdit, TemplateEdit } from '../model/edit.ts';
import type { Options } from '../options/options.ts';
import { inAppFormat } from '../formatter/formatted.ts';
import { openSteps } from './open-steps.ts';
import { renderAppFile } from './render-app-file.ts';
import { pluginArchive } from '../packages/plugin-archive.ts';
import { renderTemplate } from './render-template.ts';
import { generatedFiles, setupPaths } from '../state/state.ts';
import type { Rendered, RenderedFile } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';
import { printConfig, updateConfig } from '../options/config-file.ts';

/** Every file as the plan wants it, in memory; and the edits that only a person can make. */
export async function render(plan: Plan, project: Project, options: Options): Promise<Rendered> {
  const tool = plan.edits.filter((edit) => edit.kind === 'template');
  const app = plan.edits.filter((edit) => edit.kind !== 'template');
  const gone = filesThatGo(project, tool);
  const edited = await Promise.all(
    [...byPath(app, project)].map(([path, edits]) => renderAppFile(project, { path, edits, gone })),
  );
  const appFiles = edited.flatMap(({ file }) => file ?? []);
  // What this run takes out of a file makes no step of a person done.
  const after = (path: AppPath) => appFiles.find((file) => file.path === path)?.text ?? project.tree.read(path);
  return {
    files: [
      ...tool.map(toToolFile),
      ...appFiles,
      ...archive(project, options),
      ...(await setupFiles(project, options)),
    ],
    manual: await openSteps(after, [...plan.manual, ...edited.flatMap(({ manual }) => manual)], app),
  };
}

/** Files we edited earlier and don't want to edit any more are rendered too, without our splices. */
function byPath(edits: readonly AppEdit[], { setup }: Project): Map<string, AppEdit[]> {
  const files = new Map<string, AppEdit[]>();
  for (const [path, file] of Object.entries(setup.state?.files ?? {})) {
    if (file.owner === 'app') files.set(path, []);
  }
  for (const edit of edits) files.set(edit.path, [...(files.get(edit.path) ?? []), edit]);
  return files;
}

function filesThatGo({ setup }: Project, wanted: readonly TemplateEdit[]): Set<AppPath> {
  const stay = new Set(wanted.map(({ path }) => path));
  return new Set(generatedFiles(setup.state).filter((path) => !stay.has(path)));
}

function toToolFile({ path, template, values }: TemplateEdit): RenderedFile {
  return { owner: 'tool', path, text: renderTemplate(template, values) };
}

function archive(project: Project, options: Options): RenderedFile[] {
  const { pluginSource } = project;
  if (pluginSource.kind !== 'archive' || options.plugin !== undefined) return [];
  const { path, isShared } = pluginArchive(project, pluginSource);
  return isShared ? [] : [{ owner: 'archive', path, bytes: pluginSource.bytes }];
}

async function setupFiles(project: Project, options: Options): Promise<RenderedFile[]> {
  const { configText } = project.setup;
  const { config: configPath, folder } = setupPaths(project.home);
  // A file that is there keeps the formatting it has.
  const config =
    configText === undefined
      ? await inAppFormat(project, configPath, printConfig(options, project.home))
      : updateConfig(configText, options);
  return [
    { owner: 'setup', path: configPath, text: config },
    { owner: 'setup', path: `${folder}/.gitattributes`, text: '* -text linguist-generated\n' },
    { owner: 'setup', path: `${folder}/.gitignore`, text: '/undo/\n/journal/\n' },
  ];
}
