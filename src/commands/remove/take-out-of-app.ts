import { applyEdits, modify } from 'jsonc-parser';
import { ciScriptKeys } from '../../packages/ci-script.ts';
import { splicesBetween, unsplice } from '../../code/splices.ts';
import type { ManualStep } from '../../model/edit.ts';
import { namesFile, usesName } from '../../code/names-file.ts';
import { pluginPackage } from '../../packages/plugin-package.ts';
import { dependencyIn, unshared } from '../../packages/shared-dependency.ts';
import { canonical, encodeLike } from '../../text/text.ts';
import type { Change } from '../../model/change.ts';
import type { Project } from '../../model/project.ts';
import type { AppFileState } from '../../model/state.ts';
import type { AppPath } from '../../model/tree.ts';

const manifest = 'package.json';

export interface Outcome {
  readonly change?: Change | undefined;
  /** What only a person can take out, as it was changed since. */
  readonly manual: readonly ManualStep[];
}

interface AppFile {
  readonly path: AppPath;
  readonly state: AppFileState;
}

/** A file of the app without what earlier runs wrote into it; `gone` are the generated files that go. */
export async function takeOutOfApp(
  project: Project,
  { path, state }: AppFile,
  gone: ReadonlySet<AppPath>,
): Promise<Outcome> {
  const source = project.tree.read(path);
  if (source === undefined) return { manual: [] };
  const disk = canonical(source);
  const splices = path === manifest ? unshared(project, state.splices) : state.splices;
  const { text, lost } = unsplice(disk, splices);
  const isEdited = lost.length > 0;
  const names = isEdited && path.endsWith('.ts') ? await danglingNames(path, disk, text) : [];
  // Half of what belongs together would not compile: the file stays whole, for a person.
  if (names.length > 0)
    return { manual: stepsAt(path, disk, (line) => usesName(line, names) || namesFile(line, path, gone)) };
  const clean = path === manifest && isEdited ? withoutOurKeys(project, text) : text;
  const after = encodeLike(source, splicesBetween(disk, clean));
  return {
    change: after === source ? undefined : { kind: 'update', path, before: source, after },
    manual: stepsAt(path, clean, (line) => namesFile(line, path, gone)),
  };
}

async function danglingNames(path: AppPath, before: string, after: string): Promise<string[]> {
  const { danglingUses } = await import('../../code/dangling-uses.ts');
  return danglingUses(path, before, after).map(({ name }) => name);
}

function stepsAt(path: AppPath, text: string, isOurs: (line: string) => boolean): ManualStep[] {
  return text.split('\n').flatMap((line, index) =>
    isOurs(line)
      ? [
          {
            id: `remove:${path}:${String(index + 1)}`,
            path,
            line: index + 1,
            reason: 'This was changed since it was written. Take it out by hand, with what uses it.',
            lines: [line.trim()],
          },
        ]
      : [],
  );
}

/** A package manager sorts dependencies: a line is ours wherever it stands by now. */
function withoutOurKeys(project: Project, text: string): string {
  const isOurs = project.setup.siblings === undefined && dependencyIn(project.tree) !== undefined;
  const keys = [...(isOurs ? [['dependencies', pluginPackage]] : []), ...ciScriptKeys(project, text)];
  return keys.reduce((rest, key) => applyEdits(rest, modify(rest, key, undefined, {})), text);
}
