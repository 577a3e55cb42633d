import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import {
  apiOrigin,
  borrowPackages,
  builtApp,
  everyPageApp,
  preparedApp,
  pristineApp,
  session,
  type App,
} from '../e2e/app.ts';
import { notes, otherApps } from '../e2e/app-source.ts';
import { runScript, runTool } from '../e2e/run-in-app.ts';
import { changedPaths, treeDigests } from '../e2e/tree-digests.ts';

interface Document {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly changes: readonly { readonly kind: string; readonly path: string }[];
}

describe.each([notes, ...otherApps])('$name, set up with the default answers', (source) => {
  let app: App;
  beforeAll(async () => {
    app = await preparedApp(source);
  });

  it('builds, optimised', async () => {
    const site = await builtApp(app);

    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('<app-root>');
  });

  it('has nothing of its specs in that build', async () => {
    const site = await builtApp(app);
    const scripts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    const code = scripts.map((path) => readFileSync(join(site, path), 'utf8')).join('\n');

    // A text of the unlock page, then the sample session of testing.ts.
    expect(code).toContain(' to go on where you left off.');
    expect(code).not.toContain('token-of-ada');
  });

  it.each(source.lint)('passes its own lint', async ({ script, args, prints }) => {
    expect(await runScript(app, script, args)).toMatch(prints);
  });

  it.each(source.test)(
    'passes its own tests, the generated ones included (ng test)',
    async ({ script, args, prints }) => {
      expect(await runScript(app, script, args)).toMatch(prints);
    },
  );

  it('has the plugin installed, and named in package.json without a path of this machine', () => {
    const read = (path: string) => readFileSync(join(app.root, path), 'utf8');
    const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

    expect(manifest.dependencies['capacitor-identity-vault']).toMatch(/^file:[\w./-]*\.identity-vault\/[\w.-]+\.tgz$/);
    expect(read('node_modules/capacitor-identity-vault/package.json')).toContain('"version"');
  });

  it('changes no byte when it is set up again', async () => {
    const before = treeDigests(app.root);
    const again = await runTool(app, ['--yes']);

    expect(again.exitCode, again.stderr).toBe(0);
    expect(changedPaths(before, treeDigests(app.root))).toEqual([]);
  });

  it('is in sync (check), and check writes nothing', async () => {
    const before = treeDigests(app.root);
    const checked = await runTool(app, ['check']);

    expect(checked.exitCode, checked.all).toBe(0);
    expect(changedPaths(before, treeDigests(app.root))).toEqual([]);
  });
});

describe('an app with every page that can be generated', () => {
  it('passes its own tests, those of the pages included', async () => {
    const app = await everyPageApp();

    expect(await runScript(app, 'test', ['--watch=false'])).toMatch(/account\.page\.spec\.ts/);
  });
});

describe.each([notes, ...otherApps])('a dry run in $name', (source) => {
  let app: App;
  beforeAll(async () => {
    const lender = await preparedApp(source);
    app = await pristineApp(source, join(inject('e2eFolder'), `dry-run-${source.name}-${process.pid}`));
    borrowPackages(lender, app);
  });

  it('writes nothing, and announces exactly the files that the run then writes', async () => {
    const answers = ['--yes', '--no-install', '--json', '--api-origins', apiOrigin(app), '--session', session];
    const before = treeDigests(app.root);

    const announced = await runTool(app, [...answers, '--dry-run']);
    expect(announced.exitCode, announced.stderr).toBe(0);
    expect(changedPaths(before, treeDigests(app.root))).toEqual([]);

    const written = await runTool(app, answers);
    expect(written.exitCode, written.stderr).toBe(0);
    const paths = (JSON.parse(announced.stdout) as Document).changes.map(({ path }) => path).sort();
    expect(paths.length).toBeGreaterThan(10);
    expect(changedPaths(before, treeDigests(app.root))).toEqual(paths);
    const elsewhere = paths.filter((path) => path !== 'package.json' && !path.startsWith(source.appFolder));
    expect(elsewhere).toEqual([]);
  });
});

describe('the iOS project of the app', () => {
  it.each([notes, ...otherApps.filter(({ platforms }) => platforms.flat().includes('ios'))])(
    'says what Face ID is for: $name',
    async (source) => {
      const { folder } = await preparedApp(source);

      expect(readFileSync(join(folder, 'ios/App/App/Info.plist'), 'utf8')).toContain('NSFaceIDUsageDescription');
    },
  );
});

describe('a workspace with another project beside the app', () => {
  const workspaces = otherApps.filter(({ appFolder }) => appFolder !== '');

  it.each(workspaces)('is set up whichever of its folders is named: $name', async (source) => {
    const app = await preparedApp(source);
    const checked = await runTool({ ...app, folder: app.root }, ['check']);

    expect(checked.exitCode, checked.all).toBe(0);
  });

  it.each(workspaces)('keeps the project that is no Ionic app out of it: $name', async (source) => {
    const app = await preparedApp(source);
    const refused = await runTool({ ...app, folder: join(app.root, 'apps/office') }, ['check']);

    expect(refused.exitCode, refused.all).toBe(5);
    expect(refused.stderr).toContain('office is not an Ionic app');
  });
});
