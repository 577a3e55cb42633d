import type { Edit } from '../../../src/model/edit.ts';
import type { Wanted } from '../../../src/frameworks/framework.ts';
import { literal } from '../../../src/code/literal.ts';
import type { ServiceEdit } from './edits/service.ts';
import type { TinyProject } from './tiny-facts.ts';
import type { TinyOptions } from './tiny-options.ts';

/** A service that the app starts with, an unlock page, and the page's line in `pages.json`. */
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
  const start: ServiceEdit = {
    kind: 'code',
    id: 'service',
    recipe: 'tiny/service',
    path: framework.entryFile,
    anchor: { kind: 'call', callee: 'start', argument: 1 },
    brings: { name: serviceName, from: { file: `${codeDir}/identity` } },
    with: {},
  };
  const value = `./${codeDir.slice(framework.sourceRoot.length + 1)}/unlock.js`;
  return {
    edits: [
      generated('identity.js'),
      generated('unlock.js'),
      { kind: 'json', id: `route:${unlockPath}`, path: framework.pagesFile, key: [unlockPath], value },
      start,
    ],
    notes: [{ code: 'tiny', text: `The vault starts with ${framework.entryFile}.` }],
  };
}
