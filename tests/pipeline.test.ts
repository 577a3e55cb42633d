import { describe, expect, test } from 'vitest';
import type { OnConflict } from '../src/diff/conflict-choices.ts';
import { assess, emptyPlan } from '../src/pipeline.ts';
import type { Project } from '../src/model/project.ts';
import type { AppPath } from '../src/model/tree.ts';
import { appFiles } from './support/fake-app.ts';
import { afterRun } from './support/stages.ts';

const routes = 'src/app/app.routes.ts';
const session = 'src/app/identity/session.ts';

/** What nothing-is-wanted means for an app: paths with what is left there, or nothing. */
async function takenOut(
  project: Project,
  onConflict: OnConflict = 'keep',
): Promise<{ readonly files: Map<AppPath, unknown>; readonly steps: readonly string[]; readonly state: unknown }> {
  const { changes, manual, state } = await assess(project, emptyPlan, { onConflict, restore: [] });
  const files = new Map(changes.map((change) => [change.path, 'after' in change ? change.after : undefined]));
  return { files, steps: manual.map(({ path, line }) => `${path}:${String(line)}`), state };
}

describe('the empty plan', () => {
  test('gives every file the bytes back, and leaves nothing of a set-up', async () => {
    const project = await afterRun();
    const { files, steps, state } = await takenOut(project);
    expect([steps, state]).toEqual([[], undefined]);
    for (const path of [routes, 'src/app/app.config.ts', 'package.json']) expect(files.get(path)).toBe(appFiles[path]);
    const own = [...files].filter(([path]) => path.includes('identity'));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(([, after]) => after !== undefined)).toEqual([]);
  });

  test('a generated file that a person edited stays, unless it is forced', async () => {
    const project = await afterRun({}, { [session]: '// mine\n' });
    expect((await takenOut(project)).files.has(session)).toBe(false);
    expect((await takenOut(project, 'theirs')).files.get(session)).toBeUndefined();
    expect((await takenOut(project, 'theirs')).files.has(session)).toBe(true);
  });

  test('a configuration goes with the set-up; one that was changed and not applied stays, unless it is forced', async () => {
    const path = 'identity-vault.config.json';
    const project = await afterRun();
    const { configText = '' } = project.setup;
    const edited = { ...project, setup: { ...project.setup, configText: configText.replace('5000', '7') } };
    expect((await takenOut(project)).files.has(path)).toBe(true);
    expect((await takenOut(edited)).files.has(path)).toBe(false);
    expect((await takenOut(edited, 'theirs')).files.has(path)).toBe(true);
  });

  test('a name that the app used before it was imported is no reason to leave the file', async () => {
    const source = `${appFiles[routes] ?? ''}export const own = [authGuard];\n`;
    const project = await afterRun({ facts: { files: { [routes]: source } } });
    expect(project.tree.read(routes)).toContain("import { authGuard, resumeGuard } from './identity/auth.guard';");
    const { files, steps } = await takenOut(project);
    expect([files.get(routes), steps]).toEqual([source, []]);
  });

  test('half of what belongs together stays whole, and each line is a step', async () => {
    const written = (await afterRun()).tree.read(routes) ?? '';
    const project = await afterRun({}, { [routes]: written.replace('[authGuard]', '[authGuard, ownGuard]') });
    const { files, steps } = await takenOut(project);
    expect(files.has(routes)).toBe(false);
    expect(steps.length).toBeGreaterThan(1);
  });

  test('code of a person that imports a file that goes is a step beside what is taken out', async () => {
    const written = (await afterRun()).tree.read(routes) ?? '';
    const project = await afterRun({}, { [routes]: `${written}export * from './identity/session';\n` });
    const { files, steps } = await takenOut(project);
    expect(files.get(routes)).toBe(`${appFiles[routes] ?? ''}export * from './identity/session';\n`);
    expect(steps).toEqual([`${routes}:${String((appFiles[routes] ?? '').split('\n').length)}`]);
  });
});
