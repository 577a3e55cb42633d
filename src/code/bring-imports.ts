import type { NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import type { NamedImport } from './add-imports.ts';
import { addImports } from './add-imports.ts';
import type { CodeDraft } from './draft.ts';
import { NameTaken } from './draft.ts';
import { declarationOf, localName } from './imports.ts';
import { pointsTo, specifierFor } from './module-path.ts';

/** A symbol inserted code uses: how to import it, and which existing imports are the same symbol. */
export interface WantedImport extends NamedImport {
  readonly from: (specifier: string) => boolean;
}

/**
 * Makes symbols usable in the file and returns the local name of each, in order.
 * @throws NotEditable when one of the names means something else in the file: a second meaning under
 *   another name would be ours to choose, and a reader's to untangle.
 */
export function bringImports(draft: CodeDraft, wanted: readonly WantedImport[]): string[] {
  const missing: NamedImport[] = [];
  const names = wanted.map((symbol) => {
    const key = `${symbol.specifier} ${symbol.name}`;
    const existing = localName(draft.source, symbol) ?? draft.brought.get(key);
    if (existing !== undefined) return existing;
    const other = declarationOf(draft.source, symbol.name);
    if (other !== undefined) throw new NameTaken(other, symbol.name);
    missing.push(symbol);
    draft.brought.set(key, symbol.name);
    return symbol.name;
  });
  addImports(draft, missing);
  return names;
}

/** A symbol of a package. */
export function wantedFrom(name: string, specifier: string): WantedImport {
  return { name, specifier, from: (other) => other === specifier };
}

/** A symbol as the file at `path` imports it. */
export function wantedIn(path: AppPath, { name, from }: NeededImport): WantedImport {
  return { name, specifier: specifierFor(path, from), from: (specifier) => pointsTo(path, specifier, from) };
}
