import { expect, test } from 'vitest';
import { editedByHand } from '../../src/render/edited-by-hand.ts';
import type { JsonEdit, ManualStep } from '../../src/model/edit.ts';
import type { ToolFileState } from '../../src/model/state.ts';
import { fakeProject } from '../support/fake-project.ts';

const path = 'src/app/app.routes.ts';
const guard = 'src/app/identity/auth.guard.ts';
const login = 'src/app/identity/login/login.page.ts';
const importGuard = `import { authGuard } from './identity/auth.guard';\n`;
const loads = `{ path: 'login', loadComponent: () => import('./identity/login/login.page') }`;
const lazy = `export const own = ${loads};\n`;

interface EditedFile {
  readonly path: string;
  readonly disk: string;
  /** As this run would leave it. */
  readonly text: string;
  readonly gone: ReadonlySet<string>;
  readonly generated: readonly string[];
}

const anyEdit: JsonEdit = { kind: 'json', id: 'any', path, key: [], value: '' };

/** The steps for a file of which the same is wanted as before. */
async function stepsFor({ path: file, disk, text, gone, generated }: EditedFile): Promise<readonly ManualStep[]> {
  const state: ToolFileState = { owner: 'tool', canonical: '', written: '' };
  const files = Object.fromEntries(generated.map((one) => [one, state]));
  const project = fakeProject({
    state: { schemaVersion: 1, toolVersion: '0.1.0', config: '', files, declined: [], manual: [] },
  });
  const kept = { owner: 'app', edits: '', splices: [] } as const;
  const outcome = { file: { ...kept, path: file, disk, text, pristine: text, sinceDisk: [] }, manual: [] };
  const earlier = { ...kept, written: '' };
  return (await editedByHand(project, { path: file, edits: [anyEdit], gone }, { earlier, outcome, lost: [] })).manual;
}

/** Lines of a file as a person finds them in the message: number and text. */
test.each<{ case: string; file: Partial<EditedFile>; lines: [number, string][] }>([
  { case: 'nothing of ours was changed', file: { disk: 'a();\n', text: 'a();\n' }, lines: [] },
  {
    case: 'an import goes whose name is still used',
    file: { disk: `${importGuard}use(authGuard);\n`, text: 'use(authGuard);\n' },
    lines: [
      [1, importGuard.trim()],
      [2, 'use(authGuard);'],
    ],
  },
  {
    case: 'an import goes and takes its uses along',
    file: { disk: `${importGuard}use(authGuard);\n`, text: 'use();\n' },
    lines: [],
  },
  {
    case: 'an import goes whose name is a property, or is declared',
    file: { disk: `${importGuard}x.authGuard();\n`, text: `x.authGuard();\nconst authGuard = 1;\n` },
    lines: [],
  },
  {
    case: 'a longer name is another one',
    file: { disk: `${importGuard}use(authGuard);\nuse(authGuards);\n`, text: 'use(authGuard);\nuse(authGuards);\n' },
    lines: [
      [1, importGuard.trim()],
      [2, 'use(authGuard);'],
    ],
  },
  {
    case: 'what was moved would be there twice',
    file: { disk: `\n${lazy}`, text: `${lazy}${lazy}`, generated: [login] },
    lines: [[2, lazy.trim()]],
  },
  {
    case: 'what was there twice already',
    file: { disk: `${lazy}${lazy}`, text: `${lazy}${lazy}`, generated: [login] },
    lines: [],
  },
  { case: 'what was not there goes in', file: { disk: '', text: lazy, generated: [login] }, lines: [] },
  {
    case: 'a generated file goes that is still named',
    file: { disk: lazy, text: lazy, gone: new Set([login]) },
    lines: [[1, lazy.trim()]],
  },
  {
    case: 'a generated file goes that only a comment names',
    file: { disk: `// ${loads}\n`, text: `// ${loads}\n`, gone: new Set([login]) },
    lines: [],
  },
  {
    case: 'a generated file goes that is named like another one',
    file: {
      disk: `import '../identity/auth.guard';\n`,
      text: `import '../identity/auth.guard';\n`,
      gone: new Set([guard]),
    },
    lines: [],
  },
  {
    case: 'a file that is no code',
    file: { path: 'package.json', disk: lazy, text: lazy, gone: new Set([login]) },
    lines: [],
  },
])('$case', async ({ file, lines }) => {
  const steps = await stepsFor({ path, disk: '', text: '', gone: new Set(), generated: [], ...file });
  expect(steps.map(({ line, lines: [text] }) => [line, text])).toEqual(lines);
  expect(steps.filter((step) => step.path !== path || !step.reason.startsWith('An earlier run wrote this'))).toEqual(
    [],
  );
});
