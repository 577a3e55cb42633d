import { applyEdits, modify, parse } from 'jsonc-parser';
import { ciScriptKeys } from './ci-script.ts';
import { unsplice } from './code/splices.ts';
import type { ManualStep } from './edits/edit.ts';
import { objectAt } from './json.ts';
import { setupPaths } from './state.ts';
import { canonical, digest, digestBytes, encodeLike } from './text.ts';
import { splicesBetween } from './code/splices.ts';
import type { AppFileState, AppPath, Change, FileState, Project, Splice } from './types.ts';

/** What `remove` does to the app. */
export interface Removal {
  readonly changes: readonly Change[];
  /** Files the user edited: they stay, and are the user's from now on. */
  readonly kept: readonly AppPath[];
  /** What we wrote into a file that was changed since, so that only a person can take it out. */
  readonly manual: readonly ManualStep[];
}

/** Everything earlier runs wrote, taken out: on an untouched set-up the bytes from before the first run. */
export function takeOut(project: Project, force: boolean): Removal {
  const files = Object.entries(project.setup.state?.files ?? {});
  const edited = files.filter(([path, file]) => isEdited(project, path, file)).map(([path]) => path);
  const config = setupPaths(project.home).config;
  const kept = force ? [] : [...edited, ...(isConfigEdited(project) ? [config] : [])].sort();
  const outcomes = files.map(([path, file]) => takeOutFile(project, path, file));
  return {
    changes: [
      ...outcomes.flatMap(({ change }) => (change && !kept.includes(change.path) ? [change] : [])),
      ...setupFiles(project).filter(({ path }) => !kept.includes(path)),
    ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    kept,
    manual: outcomes.flatMap(({ manual }) => manual),
  };
}

interface Outcome {
  readonly change?: Change | undefined;
  readonly manual: readonly ManualStep[];
}

function takeOutFile(project: Project, path: AppPath, file: FileState): Outcome {
  if (file.owner === 'app') return takeOutOfApp(project, path, file);
  return { change: deletion(project, path), manual: [] };
}

/** Generated files only: in the app's own files our lines are found and taken out, whatever else was edited there. */
function isEdited({ tree }: Project, path: AppPath, file: FileState): boolean {
  if (file.owner !== 'tool') return false;
  const text = tree.read(path);
  return text !== undefined && digest(text) !== file.written;
}

/** Changed by hand and never applied, it is the only copy of what somebody wanted. */
function isConfigEdited({ setup }: Project): boolean {
  return setup.configText !== undefined && setup.state !== undefined && digest(setup.configText) !== setup.state.config;
}

function takeOutOfApp(project: Project, path: AppPath, file: AppFileState): Outcome {
  const source = project.tree.read(path);
  if (source === undefined) return { manual: [] };
  const disk = canonical(source);
  const { text, lost } = unsplice(disk, file.splices);
  const clean = path === 'package.json' && lost.length > 0 ? withoutOurKeys(project, text) : text;
  const after = encodeLike(source, splicesBetween(disk, clean));
  return {
    change: after === source ? undefined : { kind: 'update', path, before: source, after },
    manual: path === 'package.json' ? [] : stillThere(path, clean, { lost, splices: file.splices }),
  };
}

/** A package manager sorts dependencies: a line is ours wherever it stands by now. */
function withoutOurKeys(project: Project, text: string): string {
  const plugin = 'capacitor-identity-vault';
  const isListed = plugin in objectAt(parse(text) as unknown, 'dependencies');
  const keys = [...(isListed ? [['dependencies', plugin]] : []), ...ciScriptKeys(project, text)];
  return keys.reduce((rest, key) => applyEdits(rest, modify(rest, key, undefined, {})), text);
}

/** Code that names a file of ours by its path is ours, however it was reformatted; it breaks when the file goes. */
function stillThere(
  path: AppPath,
  text: string,
  { lost, splices }: { lost: readonly Splice[]; splices: readonly Splice[] },
): ManualStep[] {
  if (lost.length === 0) return [];
  const ours = new Set(
    splices.flatMap(({ insert }) => [...insert.matchAll(/['"](\.{1,2}\/[^'"]+)['"]/g)].map((found) => found[1] ?? '')),
  );
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const named = [...ours].find((specifier) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`));
    if (named === undefined) return [];
    return [
      {
        id: `remove:${path}:${named}`,
        path,
        line: index + 1,
        reason: 'This was changed since it was written. Take it out by hand, with what uses it.',
        lines: [line.trim()],
      },
    ];
  });
}

function setupFiles(project: Project): Change[] {
  const { config, folder, state, base } = setupPaths(project.home);
  const generated = Object.entries(project.setup.state?.files ?? {}).filter(([, { owner }]) => owner === 'tool');
  return [
    config,
    state,
    `${folder}/.gitattributes`,
    `${folder}/.gitignore`,
    ...generated.map(([path]) => base(path)),
  ].flatMap((path) => deletion(project, path) ?? []);
}

function deletion({ tree }: Project, path: AppPath): Change | undefined {
  const bytes = tree.readBytes(path);
  if (!bytes) return undefined;
  const text = Buffer.from(bytes).toString();
  return { kind: 'delete', path, before: digestBytes(text) === digestBytes(bytes) ? text : bytes };
}
