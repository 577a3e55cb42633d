import { describe, expect, test } from 'vitest';
import type { AppEdit, CodeEdit, ManualStep, NeededImport } from '../../src/model/edit.ts';
import { openSteps } from '../../src/render/open-steps.ts';
import { fakeProject } from '../support/fake-project.ts';
import { planOf } from '../support/stages.ts';

const path = 'src/app/app.routes.ts';
const guard: NeededImport = { name: 'authGuard', from: { file: 'src/app/identity/auth.guard' } };
/** A step, and the edit it is left of. */
interface Step extends ManualStep {
  readonly edit?: CodeEdit;
}

const guardEdit: CodeEdit = {
  kind: 'code',
  id: 'guard',
  path,
  recipe: 'angular/guard',
  anchor: { kind: 'variable', name: 'routes' },
  brings: guard,
  with: { routePath: 'home' },
};
const page: NeededImport = { name: 'LoginPage', from: { file: 'src/app/identity/login/login.page' } };
const step = (id: string, wish?: NeededImport): Step => ({
  id,
  path,
  line: 1,
  reason: 'why',
  lines: ['code'],
  ...(wish === undefined ? {} : { edit: { ...guardEdit, id, brings: wish } }),
});

/** The edits that a plan for `home` and `tabs` has: each names what it needs. */
const { edits: planned } = await planOf(fakeProject());
const guards = planned.filter((edit): edit is AppEdit => edit.id.startsWith('guard:'));

const importGuard = `import { authGuard } from './identity/auth.guard';\n`;

describe('a step for a person is done when the code it names is there and in use', () => {
  test.each<{ case: string; text: string | undefined; steps: Step[]; edits?: AppEdit[]; open: string[] }>([
    {
      case: 'no code yet',
      text: 'export const routes = [];\n',
      steps: [step('guard:tabs', guard)],
      open: ['guard:tabs'],
    },
    { case: 'imported, and not used', text: importGuard, steps: [step('guard:tabs', guard)], open: ['guard:tabs'] },
    {
      case: 'imported and used',
      text: `${importGuard}export const routes = [{ path: 'tabs', canActivate: [authGuard] }];\n`,
      steps: [step('guard:tabs', guard)],
      open: [],
    },
    {
      case: 'used under that name, and imported from elsewhere',
      text: `import { authGuard } from './own.guard';\nexport const routes = [{ canActivate: [authGuard] }];\n`,
      steps: [step('guard:tabs', guard)],
      open: ['guard:tabs'],
    },
    {
      case: 'loaded where it is needed',
      text: `export const routes = [{ loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage) }];\n`,
      steps: [step('route:login', page)],
      open: [],
    },
    {
      case: 'used once, by the edit we made ourselves',
      text: `${importGuard}export const routes = [{ path: 'home', canActivate: [authGuard] }];\n`,
      steps: [step('guard:tabs', guard)],
      edits: guards,
      open: ['guard:tabs'],
    },
    {
      case: 'used twice, once by the edit we made ourselves',
      text: `${importGuard}export const routes = [{ canActivate: [authGuard] }, { canActivate: [authGuard] }];\n`,
      steps: [step('guard:tabs', guard)],
      edits: guards,
      open: [],
    },
    {
      case: 'an edit that is itself left for a person uses nothing',
      text: `${importGuard}export const routes = [{ canActivate: [authGuard] }];\n`,
      steps: [step('guard:home', guard)],
      edits: guards,
      open: [],
    },
    { case: 'a step that names no code stays', text: importGuard, steps: [step('edited:x')], open: ['edited:x'] },
    { case: 'a file that is not there', text: undefined, steps: [step('guard:tabs', guard)], open: ['guard:tabs'] },
    {
      case: 'each step for itself',
      text: `${importGuard}export const routes = [{ canActivate: [authGuard] }];\n`,
      steps: [step('route:login', page), step('guard:tabs', guard)],
      open: ['route:login'],
    },
  ])('$case', async ({ text, steps, edits = [], open }) => {
    const wished = steps.flatMap(({ edit }) => edit ?? []);
    const others = edits.filter(({ id }) => !wished.some((edit) => edit.id === id));
    const left = await openSteps((one) => (one === path ? text : undefined), steps, [...others, ...wished]);
    expect(left.map(({ id }) => id)).toEqual(open);
  });
});
