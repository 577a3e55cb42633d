import { describe, expect, test } from 'vitest';
import { App } from './app.ts';
import { readFileSync } from 'node:fs';

const text = 'Use Face ID to authenticate yourself and login';
const folder = 'ios/App/App';
const plist = `${folder}/Info.plist`;
const project = 'ios/App/App.xcodeproj/project.pbxproj';
const pbxproj = readFileSync(new URL(`../../examples/ionic-angular/${project}`, import.meta.url), 'utf8');
const english = `${folder}/en.lproj/InfoPlist.strings`;
const german = `${folder}/de.lproj/InfoPlist.strings`;

const camera = '/* why */\r\n"NSCameraUsageDescription" = "Scan";\r\n';

/** An app that says what it uses the camera for, in these files. */
function withTexts(files: Readonly<Record<string, string | Buffer>>): App {
  const app = new App('angular-21-plain');
  app.write(project, pbxproj);
  for (const [path, content] of Object.entries(files)) app.write(path, content);
  return app;
}

describe.each([
  { name: 'a .strings file', files: { [english]: camera }, path: english },
  {
    name: 'a string catalog',
    files: {
      [`${folder}/InfoPlist.xcstrings`]:
        '{\n  "sourceLanguage" : "en",\n  "strings" : {\n    "NSCameraUsageDescription" : {\n\n    }\n  },\n  "version" : "1.0"\n}',
    },
    path: `${folder}/InfoPlist.xcstrings`,
  },
  {
    name: 'the build settings of a generated Info.plist',
    files: { [project]: pbxproj.replaceAll('INFOPLIST_FILE = App/Info.plist', 'GENERATE_INFOPLIST_FILE = YES') },
    path: project,
  },
])('the text for Face ID in $name', ({ files, path }) => {
  test('goes in, stays, is missed by check, and is taken out by undo and remove', async () => {
    const app = withTexts(files);
    const before = app.snapshot();

    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read(path)).toContain(text);
    const first = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(first);

    app.write(path, app.read(path).replaceAll(text, ''));
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    app.write(path, first[path] ?? '');

    await app.run('--yes', '--face-id-usage', 'Unlock');
    expect(app.read(path)).toContain('Unlock');
    expect(app.read(path)).not.toContain(text);
    await app.run('undo', '--yes');
    expect(app.snapshot()).toEqual(first);

    await app.run('remove', '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test('is not there for a mode without biometrics, and goes when the mode changes', async () => {
    const app = withTexts(files);
    const untouched = [app.read(path), app.read(plist)];
    expect(await app.run('--yes', '--auth-mode', 'PasscodeOnly')).toMatchObject({ exitCode: 0 });
    expect([app.read(path), app.read(plist)]).toEqual(untouched);

    expect(await app.run('--yes', '--auth-mode', 'BiometricOnly')).toMatchObject({ exitCode: 0 });
    expect(app.read(path)).toContain(text);
    await app.run('--yes', '--auth-mode', 'SecureStorage');
    expect([app.read(path), app.read(plist)]).toEqual(untouched);
  });
});

test('a generated Info.plist has the text in each configuration, and nothing else', async () => {
  const app = withTexts({
    [project]: pbxproj.replaceAll('INFOPLIST_FILE = App/Info.plist', 'GENERATE_INFOPLIST_FILE = YES'),
  });
  await app.run('--yes');
  expect(app.read(project).split(`INFOPLIST_KEY_NSFaceIDUsageDescription = "${text}";`)).toHaveLength(3);
  expect(app.read(plist)).not.toContain('NSFaceIDUsageDescription');
});

describe.each(['utf16le', 'utf16be'] as const)('a .strings file in %s', (order) => {
  const encode = (content: string): Buffer => {
    const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
    return order === 'utf16le' ? bytes : bytes.swap16();
  };

  test('stays in it, also when the text is taken out again', async () => {
    const app = withTexts({ [english]: encode(camera) });
    const before = app.snapshot();
    const dry = await app.run('--dry-run', '--yes');
    expect(dry.stdout).toContain(`+"NSFaceIDUsageDescription" = "${text}";`);

    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    const first = app.snapshot();
    const written = encode(`${camera}"NSFaceIDUsageDescription" = "${text}";\r\n`);
    expect(first[english]).toBe(written.toString('latin1'));
    await app.run('--yes');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(first);

    await app.run('undo', '--yes');
    expect(app.snapshot()).toEqual(before);
    await app.run('--yes');
    await app.run('remove', '--yes');
    expect(app.snapshot()).toEqual(before);
  });
});

describe('a language that the app is translated to', () => {
  const files = { [english]: camera, [german]: camera };

  test('is a step for a person, who knows it: nothing is made up, and the rest is written', async () => {
    const app = withTexts(files);
    const { exitCode, stderr } = await app.run('--yes');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 6 });
    expect(stderr).toContain(`${german}:2`);
    expect(stderr).toContain('"NSFaceIDUsageDescription" = ');
    expect(app.read(german)).toBe(camera);
    expect(app.read(english)).toContain(text);
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
  });

  test('is done when the text is there, and missed when it is gone again', async () => {
    const app = withTexts(files);
    await app.run('--yes');
    app.write(german, `${camera}"NSFaceIDUsageDescription" = "Zum Anmelden";\r\n`);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    const first = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(first);

    app.write(german, camera);
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
  });

  test('of a string catalog is named, and its file', async () => {
    const catalog = `${folder}/InfoPlist.xcstrings`;
    const unit = (value: string) => ({ stringUnit: { state: 'translated', value } });
    const content = {
      sourceLanguage: 'en',
      strings: { NSCameraUsageDescription: { localizations: { fr: unit('Lire') } } },
    };
    const app = withTexts({ [catalog]: JSON.stringify(content, null, 2) });
    const { exitCode, stderr } = await app.run('--yes');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 6 });
    expect(stderr).toMatch(/InfoPlist\.xcstrings:\d+[^]*"fr" : /);

    const written = JSON.parse(app.read(catalog)) as typeof content & {
      strings: Record<string, { localizations: Record<string, object> }>;
    };
    Object.assign(written.strings['NSFaceIDUsageDescription']?.localizations ?? {}, { fr: unit('Pour entrer') });
    app.write(catalog, JSON.stringify(written, null, 2));
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  });
});

describe('systems that the vault does not run on', () => {
  test.each([
    {
      case: 'the deployment target',
      path: project,
      content: pbxproj.replaceAll('IPHONEOS_DEPLOYMENT_TARGET = 14.0', 'IPHONEOS_DEPLOYMENT_TARGET = 13.0'),
      says: [`${project}:301`, 'iOS 13.0', 'IPHONEOS_DEPLOYMENT_TARGET = 14.0;', `${project}:323`],
    },
    {
      case: 'the Podfile',
      path: 'ios/App/Podfile',
      content: "platform :ios, '13.0'\n",
      says: ['ios/App/Podfile:1', "platform :ios, '14.0'"],
    },
    {
      case: 'Capacitor’s Swift package',
      path: 'ios/App/CapApp-SPM/Package.swift',
      content: 'let package = Package(\n    platforms: [.iOS(.v13)],\n',
      says: ['ios/App/CapApp-SPM/Package.swift:2', 'platforms: [.iOS(.v14)],'],
    },
    {
      case: 'variables.gradle',
      path: 'android/variables.gradle',
      content: 'ext {\n    minSdkVersion = 22\n}\n',
      says: ['android/variables.gradle:2', 'Android API level 22', 'minSdkVersion = 23'],
      beside: { 'android/app/build.gradle': 'minSdkVersion rootProject.ext.minSdkVersion\n' },
    },
    {
      case: 'Kotlin',
      path: 'android/app/build.gradle.kts',
      content: 'android {\n  defaultConfig {\n    minSdk = 21\n',
      says: ['android/app/build.gradle.kts:3', 'minSdk = 23'],
    },
  ])('$case: nothing is written, and the fix is named', async ({ path, content, says, beside = {} }) => {
    const app = withTexts({ [path]: content, ...beside });
    const before = app.snapshot();
    const { exitCode, stderr } = await app.run('--yes');
    expect(exitCode).toBe(5);
    for (const said of says) expect(stderr.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(app.snapshot()).toEqual(before);

    expect((await app.run('--yes', '--allow-unsupported')).exitCode).toBe(0);
  });
});

test('what a backup takes is a note, at its place', async () => {
  const manifest = 'android/app/src/main/AndroidManifest.xml';
  const app = withTexts({
    [manifest]: '<manifest>\n  <application android:allowBackup="true">\n  </application>\n</manifest>',
  });
  const { exitCode, stderr } = await app.run('--yes');
  expect(exitCode).toBe(0);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`${manifest}:2: Android backs up`);
});

test('a mode that shows no Face ID leaves nothing of Info.plist behind, also after one that does', async () => {
  const app = new App('angular-21-plain');
  await app.run('--yes', '--auth-mode', 'PasscodeOnly');
  const before = app.snapshot();
  await app.run('--yes', '--auth-mode', 'BiometricAndPasscode');
  expect(app.read(plist)).toContain(text);
  await app.run('--yes', '--auth-mode', 'PasscodeOnly');
  expect(app.snapshot()).toEqual(before);
});
