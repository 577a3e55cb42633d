import type { CodeEdit, Edit, NeededImport } from '../../model/edit.ts';
import type { AppPath } from '../../model/tree.ts';
import type { AngularFacts } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import type { RouteEdit } from './edits/route.ts';

type Libraries = Pick<AngularFacts, 'libraries'>;

/**
 * A library must not import from the app that imports it: where the generated code is elsewhere, what a library gets is a
 * step for a person. Its lines fit once the code is in the library.
 */
export function keepLibrariesApart(
  edits: readonly Edit[],
  { libraries = [] }: Libraries,
  { codeDir }: Pick<AngularOptions, 'codeDir'>,
): Edit[] {
  return edits.map((edit) => {
    const library = libraries.find((folder) => edit.path.startsWith(`${folder}/`));
    const isApart = library !== undefined && !codeDir.startsWith(`${library}/`);
    return isApart && edit.kind === 'code' ? asStep(edit, { library, codeDir }) : edit;
  });
}

function asStep(
  edit: CodeEdit,
  { library, codeDir }: { readonly library: AppPath; readonly codeDir: AppPath },
): CodeEdit {
  if ('package' in edit.brings.from) return edit;
  const inLibrary = `${library}/src/lib/identity`;
  const reason =
    `This file is in the library ${library}, which must not import from ${codeDir}: that would be a cycle. ` +
    `Run again with --code-dir ${inLibrary}: the code is then generated there, and this change made.`;
  const moved = (symbol: NeededImport): NeededImport =>
    'file' in symbol.from ? { ...symbol, from: { file: symbol.from.file.replace(codeDir, () => inLibrary) } } : symbol;
  const { guard } = edit.with as Pick<RouteEdit['with'], 'guard'>;
  return {
    ...edit,
    anchor: { kind: 'lost', line: 1, reason },
    brings: moved(edit.brings),
    with: guard === undefined ? edit.with : { ...edit.with, guard: moved(guard) },
  };
}
