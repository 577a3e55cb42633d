import { expect, test } from 'vitest';
import type { GuardEdit } from '../../src/frameworks/angular/edits/guard-edit.ts';
import type { AppEdit } from '../../src/model/edit.ts';
import { applyEdit, applyTogether } from '../../src/render/apply-edit.ts';
import { editsTogether } from '../../src/render/edits-together.ts';
import { applySplices, composeSplices } from '../../src/text/splices.ts';

const path = 'src/app/app.routes.ts';

function guard(routePath: string, name = 'authGuard', more: Partial<GuardEdit['with']> = {}): AppEdit {
  return {
    kind: 'code',
    id: `guard:${routePath}`,
    recipe: 'angular/guard',
    path,
    anchor: { kind: 'variable', name: 'routes' },
    brings: { name, from: { file: 'src/app/identity/auth.guard' } },
    with: { routePath, ...more },
  };
}

const files = [
  {
    written: 'on lines of their own',
    text: `import { Routes } from "@angular/router";

export const routes: Routes = [
\t{ path: "a", component: A },
\t{ path: "b", canActivate: [signedIn], component: B },
\t{
\t\tpath: "c",
\t\tcanActivate: [signedIn, isOwner],
\t\tcomponent: C,
\t\tchildren: [{ path: "d", component: D }]
\t},
];
`,
  },
  {
    written: 'on one line',
    text: `const guards = [signedIn];
const x = { canActivate: guards };
export const routes = [{ path: 'a', canActivate: guards }, {path: 'b', ...x}, { path: 'c', children: [{path: 'd'}] }]`,
  },
];

const edits = [guard('a'), guard('b'), guard('c'), guard('d', 'authGuard', { trail: ["'c'", "'d'"] })];

test.each(files)('edits made together are those made one by one, in a file $written', async ({ text }) => {
  let left = text;
  let splices: ReturnType<typeof composeSplices> = [];
  for (const edit of edits) {
    const outcome = await applyEdit(edit, left);
    if ('manual' in outcome) throw new Error(outcome.manual.reason);
    left = outcome.text;
    splices = composeSplices(splices, outcome.splices);
  }
  const together = await applyTogether(edits, text);
  expect(together).toEqual({ text: left, splices });
  expect(applySplices(text, splices)).toBe(left);
  expect(await applyTogether(edits, left)).toEqual({ text: left, splices: [] });
});

test('one that only a person can make leaves all to be made by themselves', async () => {
  const text = `export const routes = [{ path: 'a' }];\n`;
  expect(await applyTogether([guard('a'), guard('nowhere')], text)).toBeUndefined();
});

test.each([
  { together: 'edits of several routes', list: edits, sizes: [4] },
  {
    together: 'not what brings another guard',
    list: [guard('a'), guard('b', 'unlockGuard'), guard('c')],
    sizes: [1, 1, 1],
  },
  { together: 'not two edits of one place', list: [guard('a'), guard('b'), guard('a')], sizes: [2, 1] },
  {
    together: 'not edits of another kind',
    list: [guard('a'), { kind: 'json', id: 'any', path, key: ['a'], value: '' } as const, guard('b')],
    sizes: [1, 1, 1],
  },
])('are made together: $together', async ({ list, sizes }) => {
  const groups = await editsTogether(list);
  expect(groups.flat()).toEqual(list);
  expect(groups.map((group) => group.length)).toEqual(sizes);
});
