import type { CodeEdit, NeededImport } from '../../model/edit.ts';
import { isManualReason, type AnchoredFile, type ManualReason } from '../../model/facts.ts';
import type { AngularOptions } from './angular-options.ts';

/** A symbol of a generated file. */
export function generated({ codeDir }: AngularOptions, name: string, file: string): NeededImport {
  return { name, from: { file: `${codeDir}/${file}` } };
}

/** Where an edit goes, or where the way to its place was lost. */
export function placeOf(place: AnchoredFile | ManualReason): Pick<CodeEdit, 'path' | 'anchor'> {
  if (!isManualReason(place)) return { path: place.path, anchor: place.anchor };
  const { path, line, reason } = place;
  return { path, anchor: { kind: 'lost', line, reason } };
}
