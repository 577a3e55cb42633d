import type { Edit } from '../../../src/model/edit.ts';
import type { Wanted } from '../../../src/frameworks/framework.ts';
import { literal } from '../../../src/code/literal.ts';
import type { TinyProject } from './tiny-facts.ts';
import type { TinyOptions } from './tiny-options.ts';

/** A service, an unlock page, and the page's line in `pages.json`. */
export function wantTiny({ framework }: TinyProject, options: TinyOptions): Wanted {
  const { codeDir, serviceName, lockAfter, unlockPath, apiOrigins, pageTitle } = options;
  const values = {
    serviceName,
    pageTitle: literal(pageTitle, "'"),
    lockAfter: String(lockAfter),
    apiOrigins: `[${apiOrigins.map((origin) => literal(origin, "'")).join(', ')}]`,
  };
  const generated = (output: string): Edit => ({
    kind: 'template',
    id: `file:${output}`,
    path: `${codeDir}/${output}`,
    template: `tiny/${output}.ejs`,
    values,
  });
  const value = `./${codeDir.slice(framework.sourceRoot.length + 1)}/unlock.js`;
  return {
    edits: [
      generated('identity.js'),
      generated('unlock.js'),
      { kind: 'json', id: `route:${unlockPath}`, path: framework.pagesFile, key: [unlockPath], value },
    ],
    notes: [{ code: 'tiny', text: `Start the vault in ${framework.entryFile}.` }],
  };
}
