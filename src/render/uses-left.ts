import type { Change } from '../model/change.ts';
import type { ManualStep } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';
import { generatedFiles } from '../state/state.ts';
import { canonical } from '../text/text.ts';

const reason = 'You added this by hand, and what it uses goes: take it out, too.';

/** The lines of these files that still need the generated code once the changes are made. */
export async function usesLeft(
  { setup, tree }: Project,
  paths: readonly AppPath[],
  changes: readonly Change[],
): Promise<ManualStep[]> {
  const generated = generatedFiles(setup.state);
  const { usesOfFiles } = await import('../code/uses-of-files.ts');
  const own = [...new Set(paths)].filter((path) => path.endsWith('.ts') && !generated.includes(path));
  return own.flatMap((path) => {
    const change = changes.find((one) => one.path === path);
    const after = change && 'after' in change ? change.after : tree.read(path);
    const text = typeof after === 'string' ? canonical(after) : '';
    const lines = text.split('\n');
    return usesOfFiles(path, text, generated).map((line) => stepAt(path, line, lines[line - 1]?.trim() ?? ''));
  });
}

function stepAt(path: AppPath, line: number, text: string): ManualStep {
  return { id: `remove:${path}:${text}`, path, line, reason, lines: [text] };
}
