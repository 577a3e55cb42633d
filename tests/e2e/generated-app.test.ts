import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import {
  apiOrigin,
  borrowPackages,
  builtApp,
  preparedApp,
  pristineApp,
  runScript,
  runTool,
  session,
  type App,
} from './app.ts';
import { changedPaths, treeDigests } from './tree-digests.ts';

interface Document {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly changes: readonly { readonly kind: string; readonly path: string }[];
}
const read = (app: App, path: string) => readFileSync(join(app.folder, path), 'utf8');

describe('the app, set up with the default answers', () => {
  let app: App;
  beforeAll(async () => {
    app = await preparedApp();
  });

  it('builds for production (ng build)', async () => {
    const site = await builtApp(app);

    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('<app-root>');
  });

  it('passes the recommended rules of angular-eslint (ng lint)', async () => {
    expect(await runScript(app, 'lint', ['--max-warnings=0'])).toContain('All files pass linting');
  });

  it('passes its own tests, the generated ones included (ng test)', async () => {
    const output = await runScript(app, 'test', ['--watch=false']);

    expect(output).toMatch(/identity\.service\.spec\.ts/);
  });

  it('has the plugin installed, and named in package.json without a path of this machine', () => {
    const manifest = JSON.parse(read(app, 'package.json')) as { dependencies: Record<string, string> };

    expect(manifest.dependencies['capacitor-identity-vault']).toMatch(/^file:\.identity-vault\/[\w.-]+\.tgz$/);
    expect(read(app, 'node_modules/capacitor-identity-vault/package.json')).toContain('"version"');
    expect(read(app, 'ios/App/App/Info.plist')).toContain('NSFaceIDUsageDescription');
  });

  it('changes no byte when it is set up again', async () => {
    const before = treeDigests(app.folder);
    const again = await runTool(app.folder, ['--yes']);

    expect(again.exitCode, again.stderr).toBe(0);
    expect(changedPaths(before, treeDigests(app.folder))).toEqual([]);
  });

  it('is in sync (check), and check writes nothing', async () => {
    const before = treeDigests(app.folder);
    const checked = await runTool(app.folder, ['check']);

    expect(checked.exitCode, checked.stdout + checked.stderr).toBe(0);
    expect(changedPaths(before, treeDigests(app.folder))).toEqual([]);
  });
});

describe('a dry run', () => {
  let app: App;
  beforeAll(async () => {
    const lender = await preparedApp();
    const folder = join(inject('e2eFolder'), `dry-run-${process.pid}`);
    app = await pristineApp(folder);
    borrowPackages(lender, folder);
  });

  it('writes nothing, and announces exactly the files that the run then writes', async () => {
    const answers = ['--yes', '--no-install', '--json', '--api-origins', apiOrigin(app), '--session', session];
    const before = treeDigests(app.folder);

    const announced = await runTool(app.folder, [...answers, '--dry-run']);
    expect(announced.exitCode, announced.stderr).toBe(0);
    expect(changedPaths(before, treeDigests(app.folder))).toEqual([]);

    const written = await runTool(app.folder, answers);
    expect(written.exitCode, written.stderr).toBe(0);
    const paths = (JSON.parse(announced.stdout) as Document).changes.map(({ path }) => path).sort();
    expect(paths.length).toBeGreaterThan(10);
    expect(changedPaths(before, treeDigests(app.folder))).toEqual(paths);
  });
});
