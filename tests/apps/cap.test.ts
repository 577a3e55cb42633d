import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DiskTree } from '../../src/inspect/disk-tree.ts';
import { findNativeProjects } from '../../src/inspect/facts/native-projects.ts';
import { root } from '../../scripts/lib/sample-app.mjs';

/** What Capacitor makes of the packed plugin. It derives each name anew, and says nothing when one is not the plugin's. */
const plugin = 'capacitor-identity-vault';
/** `fixName` of @capacitor/cli: Swift package, its product, and the pod. */
const swiftName = 'CapacitorIdentityVault';

/** What both classes and JavaScript call the plugin. */
const [, jsName = ''] = /PLUGIN_NAME = '(\w+)'/.exec(
  readFileSync(join(root, 'native-plugin/src/vaults/bridged/native-plugin.ts'), 'utf8'),
) ?? ['', ''];

const generations = [
  { name: 'Capacitor 7 on Node 20', capacitor: '7.6.9', node: '20.20.2', iOS: '14.0', minSdk: '23' },
  { name: 'Capacitor 8 on Node 22', capacitor: '8.5.2', node: '22.23.3', iOS: '15.0', minSdk: '24' },
];

describe.each(generations)('$name', ({ capacitor, node, iOS, minSdk }) => {
  const app = join(inject('e2eFolder'), `cap-${capacitor}-${String(process.pid)}`);
  const read = (path: string) => readFileSync(join(app, path), 'utf8');
  const cap = (...args: string[]) =>
    execa('cap', args, {
      cwd: app,
      preferLocal: true,
      localDir: app,
      stdin: 'ignore',
      all: true,
      reject: false,
      env: { CI: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
    });
  /** What the tool reads in a project as `cap add` makes it, with a file that only this layout has. */
  const asMade = (ofLayout: string) => {
    const project = 'ios/App/App.xcodeproj/project.pbxproj';
    const systems = [
      ...[project, project, ofLayout].map((path) => ({ platform: 'ios', version: iOS, at: { path } })),
      { platform: 'android', version: minSdk, at: { path: 'android/variables.gradle' } },
    ];
    const backup = { path: 'android/app/src/main/AndroidManifest.xml' };
    return {
      ios: true,
      android: true,
      plists: ['ios/App/App/Info.plist'],
      generatedPlists: [],
      usageTexts: [],
      oldestSystems: systems,
      backup,
    };
  };
  const synced = async () => {
    const { exitCode, all } = await cap('sync');
    expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
  };

  beforeAll(async () => {
    mkdirSync(join(app, 'www'), { recursive: true });
    writeFileSync(join(app, 'www/index.html'), '<html><head></head></html>');
    writeFileSync(join(app, 'package.json'), '{ "name": "app", "version": "1.0.0", "private": true }');
    const config = { appId: 'com.example.app', appName: 'App', webDir: 'www' };
    writeFileSync(join(app, 'capacitor.config.json'), JSON.stringify(config));
    const packages = ['core', 'cli', 'ios', 'android'].map((one) => `@capacitor/${one}@${capacitor}`);
    await execa('npm', ['install', '--prefer-offline', ...packages, `node@${node}`, archive()], { cwd: app });
    const { exitCode, all } = await cap('add', 'android');
    expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
  });

  it('runs on the Node that is meant', async () => {
    const { stdout } = await execa('node', ['--version'], { cwd: app, preferLocal: true, localDir: app });
    expect(stdout).toBe(`v${node}`);
  });

  it('Android: names the class, the Gradle project and its folder', async () => {
    await synced();
    const folder = `../node_modules/${plugin}/android`;
    expect(JSON.parse(read('android/app/src/main/assets/capacitor.plugins.json'))).toEqual([
      { pkg: plugin, classpath: 'dev.identityvault.capacitor.IdentityVaultPlugin' },
    ]);
    expect(read('android/capacitor.settings.gradle')).toContain(
      `include ':${plugin}'\nproject(':${plugin}').projectDir = new File('${folder}')`,
    );
    expect(read('android/app/capacitor.build.gradle')).toContain(`implementation project(':${plugin}')`);
    const built = readdirSync(resolve(app, 'android', folder));
    expect(built).toEqual(expect.arrayContaining(['build.gradle', 'src']));
  });

  it('Android: the class has the package, the name and the superclass that Capacitor looks for', () => {
    const source = read(
      `node_modules/${plugin}/android/src/main/java/dev/identityvault/capacitor/IdentityVaultPlugin.java`,
    );
    expect(source).toMatch(/^package dev\.identityvault\.capacitor;$/m);
    expect(source).toMatch(new RegExp(`^@CapacitorPlugin\\([^)]*\\bname = "${jsName}"`, 'm'));
    expect(source).toMatch(/^(?:public )?(?:final )?class IdentityVaultPlugin extends Plugin\b/m);
  });

  it('iOS as Swift packages: names the package, its product and the class', async () => {
    // Version 7 ends with 1 here: it looks for a Podfile that this layout has not. The project is complete.
    await cap('add', 'ios', '--packagemanager', 'SPM');
    await synced();
    const manifest = read('ios/App/CapApp-SPM/Package.swift');
    expect(manifest).toContain(`.package(name: "${swiftName}", path: "../../../node_modules/${plugin}")`);
    expect(manifest).toContain(`.product(name: "${swiftName}", package: "${swiftName}")`);
    expect(classesIn(read('ios/App/App/capacitor.config.json'))).toEqual(['IdentityVaultPlugin']);
    expect(findNativeProjects(new DiskTree(app), '')).toMatchObject(asMade('ios/App/CapApp-SPM/Package.swift'));
    rmSync(join(app, 'ios'), { recursive: true });
  });

  it('iOS as pods: names the pod and the class', async () => {
    const { exitCode, all } = await cap('add', 'ios', '--packagemanager', 'CocoaPods');
    expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
    await synced();
    expect(read('ios/App/Podfile')).toContain(`pod '${swiftName}', :path => '../../node_modules/${plugin}'`);
    expect(classesIn(read('ios/App/App/capacitor.config.json'))).toEqual(['IdentityVaultPlugin']);
    expect(findNativeProjects(new DiskTree(app), '')).toMatchObject(asMade('ios/App/Podfile'));
    rmSync(join(app, 'ios'), { recursive: true });
  });

  it('iOS: the package and the pod have those names, and the folders they name', () => {
    const manifest = read(`node_modules/${plugin}/Package.swift`);
    expect(manifest).toMatch(new RegExp(`Package\\(\\s*name: "${swiftName}"`));
    expect(manifest).toMatch(new RegExp(`\\.library\\(\\s*name: "${swiftName}"`));
    expect(manifest).toContain('.iOS(.v14)');
    const folders = [...manifest.matchAll(/\bpath: "([^"]+)"/g)].map(([, path = '']) => path);
    expect(folders.length).toBeGreaterThan(0);
    for (const folder of folders)
      expect(readdirSync(join(app, 'node_modules', plugin, folder)), folder).not.toEqual([]);

    const pod = read(`node_modules/${plugin}/${swiftName}.podspec`);
    expect(pod).toMatch(new RegExp(`\\.name\\s*=\\s*'${swiftName}'`));
    expect(pod).toMatch(/deployment_target\s*=\s*'14\.0'/);
  });

  it('iOS: one class alone has a name for Objective-C, and it is the one that JavaScript calls', () => {
    const ios = join(app, 'node_modules', plugin, 'ios');
    const sources = filesIn(ios).filter((path) => /\.(swift|m)$/.test(path));
    const named = sources.filter((path) => /@objc\(\w+\)|CAP_PLUGIN\(/.test(readFileSync(path, 'utf8')));
    expect(named.map((path) => path.slice(ios.length + 1))).toEqual([
      expect.stringMatching(/IdentityVaultPlugin\.swift$/),
    ]);
    const [source = ''] = named.map((path) => readFileSync(path, 'utf8'));
    expect(source).toContain('@objc(IdentityVaultPlugin)');
    expect(source).toMatch(new RegExp(`\\bjsName\\b[^=]*= "${jsName}"`));
    expect(source).toMatch(/class IdentityVaultPlugin: CAPPlugin, CAPBridgedPlugin\b/);
  });

  it('brings neither tests nor fakes into the app', () => {
    const folder = join(app, 'node_modules', plugin);
    const stray = filesIn(folder).filter((path) =>
      /test-?host|TestSupport|Tests?\/|\/test\/|\.xctest/i.test(path.slice(folder.length)),
    );
    expect(stray).toEqual([]);
  });
});

/** The packed plugin, as a release has it. */
function archive(): string {
  const folder = join(root, 'dist', 'plugin');
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.tgz'));
  return join(folder, name);
}

function classesIn(config: string): unknown {
  return (JSON.parse(config) as { readonly packageClassList?: unknown }).packageClassList;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
