import type { AppEdit } from '../model/edit.ts';
import { digest } from '../text/text.ts';

/** What the state remembers of the edits that were asked of a file. */
export function editsDigest(edits: readonly AppEdit[]): string {
  return digest(JSON.stringify(edits));
}
