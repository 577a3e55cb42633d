import type { Project } from '../model/project.ts';
import { encodingOf, type Encoding } from '../text/text.ts';

/** New files end their lines as the app's entry file does. */
export function newFileEncoding({ tree, framework }: Project): Encoding {
  return { bom: false, eol: encodingOf(tree.read(framework.entryFile) ?? '').eol };
}
