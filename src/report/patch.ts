import { createTwoFilesPatch } from 'diff';
import type { Change } from '../model/change.ts';
import { decodeUtf16, utf16Of } from '../text/utf16.ts';

/** Every change as one unified diff. */
export function diffsOf(changes: readonly Change[]): string {
  return changes.map(toPatch).join('');
}

/** A change as a unified diff that `git apply` and `patch` take; line endings are kept as they are. */
export function toPatch(change: Change): string {
  const before = readable('before' in change ? change.before : '');
  const after = readable('after' in change ? change.after : '');
  const from = change.kind === 'create' ? '/dev/null' : `a/${change.path}`;
  const to = change.kind === 'delete' ? '/dev/null' : `b/${change.path}`;
  if (typeof before !== 'string' || typeof after !== 'string') return `Binary files ${from} and ${to} differ\n`;
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '').replaceAll(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}

/** A text in UTF-16 is shown to a person as the text it is; no tool can apply that patch. */
function readable(content: string | Uint8Array): string | Uint8Array {
  const order = typeof content === 'string' ? undefined : utf16Of(content);
  return typeof content === 'string' || order === undefined ? content : decodeUtf16(content, order);
}
