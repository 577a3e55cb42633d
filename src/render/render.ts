import { CliError } from '../model/errors.ts';
import type { AppEdit, ArchiveEdit, Edit, FileEdit, TemplateEdit } from '../model/edit.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { Rendered, RenderedFile } from '../model/rendered.ts';
import type { AppPath } from '../model/tree.ts';
import { generatedFiles } from '../state/state.ts';
import { openSteps } from './open-steps.ts';
import { judgeFollowUps } from './judge-follow-ups.ts';
import { lostSteps } from './lost-steps.ts';
import { renderAppFile } from './render-app-file.ts';
import { renderTemplate } from './render-template.ts';

/** Every file as the plan wants it, in memory; and the edits that only a person can make. */
export async function render(plan: Plan, project: Project): Promise<Rendered> {
  const { app, lost, others } = sorted(plan.edits);
  const gone = filesThatGo(project, others);
  const edited = await Promise.all(
    [...byPath(app, project)].map(([path, edits]) => renderAppFile(project, { path, edits, gone })),
  );
  const files = edited.flatMap(({ file }) => file ?? []);
  // What this run takes out of a file makes no step of a person done.
  const after = (path: AppPath) => files.find((file) => file.path === path)?.text ?? project.tree.read(path);
  const steps = [...(await lostSteps(lost)), ...edited.flatMap(({ manual }) => manual)];
  const rendered = others.map((edit) => renderOther(edit, project));
  const toolFiles = rendered.filter((file) => file.owner === 'tool');
  const generated = (path: AppPath) => toolFiles.find((file) => file.path === path)?.text;
  const { open, made } = await judgeFollowUps({ after, generated }, plan.followUps);
  return {
    files: [...rendered, ...files],
    manual: await openSteps(after, steps, [...lost, ...app]),
    followUps: open,
    made,
  };
}

type OtherEdit = TemplateEdit | FileEdit | ArchiveEdit;

interface Sorted {
  /** Edits of the app's files whose place is known. */
  readonly app: readonly AppEdit[];
  readonly lost: readonly AppEdit[];
  readonly others: readonly OtherEdit[];
}

function sorted(edits: readonly Edit[]): Sorted {
  const isOther = (edit: Edit): edit is OtherEdit => ['template', 'file', 'archive'].includes(edit.kind);
  const isLost = (edit: Edit): boolean => edit.kind === 'code' && edit.anchor.kind === 'lost';
  const ofApp = edits.filter((edit): edit is AppEdit => !isOther(edit));
  return {
    app: ofApp.filter((edit) => !isLost(edit)),
    lost: ofApp.filter(isLost),
    others: edits.filter(isOther),
  };
}

/** A file that was edited earlier and has nothing wanted of it any more is rendered too, without what was inserted. */
function byPath(edits: readonly AppEdit[], { setup }: Project): Map<AppPath, AppEdit[]> {
  const files = new Map<AppPath, AppEdit[]>();
  for (const [path, file] of Object.entries(setup.state?.files ?? {})) {
    if (file.owner === 'app') files.set(path, []);
  }
  for (const edit of edits) files.set(edit.path, [...(files.get(edit.path) ?? []), edit]);
  return files;
}

function filesThatGo({ setup }: Project, wanted: readonly OtherEdit[]): Set<AppPath> {
  const stay = new Set(wanted.map(({ path }) => path));
  return new Set(generatedFiles(setup.state).filter((path) => !stay.has(path)));
}

function renderOther(edit: OtherEdit, { pluginSource }: Project): RenderedFile {
  const { path } = edit;
  switch (edit.kind) {
    case 'template':
      return { owner: 'tool', path, text: renderTemplate(edit.template, edit.values) };
    case 'file':
      return { owner: 'setup', path, text: edit.text, style: edit.style };
    case 'archive':
      if (pluginSource.kind === 'archive') return { owner: 'archive', path, bytes: pluginSource.bytes };
      throw new CliError('INTERNAL', `The plan has an archive, and there is none to copy to ${path}.`);
  }
}
