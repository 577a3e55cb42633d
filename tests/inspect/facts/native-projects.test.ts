import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findNativeProjects } from '../../../src/inspect/facts/native-projects.ts';
import { fakeTree, type FakeFiles } from '../../support/fake-tree.ts';

const capacitor = new URL('../../../examples/ionic-angular/ios/App/App.xcodeproj/project.pbxproj', import.meta.url);
const pbxproj = readFileSync(capacitor, 'utf8');
const project = 'ios/App/App.xcodeproj/project.pbxproj';
const plist = '<plist version="1.0"><dict></dict></plist>';
const extension = '<plist version="1.0"><dict><key>NSExtension</key><dict/></dict></plist>';

const find = (files: FakeFiles, folder = '') => findNativeProjects(fakeTree(files), folder);

/** The two configurations of Capacitor's target without a file, their Info.plist made of build settings. */
const generated = pbxproj.replaceAll('INFOPLIST_FILE = App/Info.plist;', 'GENERATE_INFOPLIST_FILE = YES;');

interface Target {
  readonly name: string;
  readonly type: 'application' | 'app-extension' | 'application.watchapp2' | 'bundle.unit-test';
  /** Of its one configuration. */
  readonly settings: string;
  readonly products?: readonly string[];
}

/** Capacitor's project with more targets in it. */
function withTargets(...targets: readonly Target[]): string {
  const objects = targets.map(
    ({ name, type, settings, products = [] }) => `
    T${name} = { isa = PBXNativeTarget; name = "${name}"; productType = "com.apple.product-type.${type}";
      buildConfigurationList = L${name}; packageProductDependencies = (${products.map((one) => `P${one}${name}`).join(', ')}); };
    ${products.map((one) => `P${one}${name} = { isa = XCSwiftPackageProductDependency; productName = "${one}"; };`).join('\n')}
    L${name} = { isa = XCConfigurationList; buildConfigurations = (C${name}); };
    C${name} = { isa = XCBuildConfiguration; name = Release; buildSettings = { ${settings} }; };`,
  );
  return pbxproj.replace('objects = {', () => `objects = {${objects.join('\n')}`);
}

describe('the Info.plist of each target', () => {
  test.each<{ case: string; files: FakeFiles; plists: string[] }>([
    {
      case: 'Capacitor’s own',
      files: { [project]: pbxproj, 'ios/App/App/Info.plist': plist },
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'no Xcode project: by its folder',
      files: { 'ios/App/App/Info.plist': plist },
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'a project that can’t be read: by its folder',
      files: { [project]: '<<<<<<< HEAD\n{', 'ios/App/App/Info.plist': plist, 'ios/App/Share/Info.plist': extension },
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'a folder of no target',
      files: { [project]: pbxproj, 'ios/App/App/Info.plist': plist, 'ios/App/Old/Info.plist': plist },
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'two apps, one with a file elsewhere and under another name',
      files: {
        [project]: withTargets({
          name: 'Kiosk',
          type: 'application',
          settings: 'INFOPLIST_FILE = "$(SRCROOT)/Config/$(TARGET_NAME) Info.plist";',
        }),
        'ios/App/App/Info.plist': plist,
        'ios/App/Config/Kiosk Info.plist': plist,
      },
      plists: ['ios/App/Config/Kiosk Info.plist', 'ios/App/App/Info.plist'],
    },
    {
      case: 'tests, an app for the watch, a widget',
      files: {
        [project]: withTargets(
          { name: 'Tests', type: 'bundle.unit-test', settings: 'INFOPLIST_FILE = Tests/Info.plist;' },
          { name: 'Watch', type: 'application.watchapp2', settings: 'INFOPLIST_FILE = Watch/Info.plist;' },
          { name: 'Wrist', type: 'application', settings: 'SDKROOT = watchos; INFOPLIST_FILE = Wrist/Info.plist;' },
          { name: 'Widget', type: 'app-extension', settings: 'INFOPLIST_FILE = Widget/Info.plist;' },
        ),
        ...Object.fromEntries(
          ['App', 'Tests', 'Watch', 'Wrist', 'Widget'].map((one) => [`ios/App/${one}/Info.plist`, plist]),
        ),
      },
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'an extension that links the vault, as a Swift package',
      files: {
        [project]: withTargets({
          name: 'Share',
          type: 'app-extension',
          settings: 'INFOPLIST_FILE = Share/Info.plist;',
          products: ['CapApp-SPM'],
        }),
        'ios/App/App/Info.plist': plist,
        'ios/App/Share/Info.plist': extension,
      },
      plists: ['ios/App/Share/Info.plist', 'ios/App/App/Info.plist'],
    },
    {
      case: 'an extension that links the vault, as a pod; another one does not',
      files: {
        [project]: withTargets(
          { name: 'Share', type: 'app-extension', settings: 'INFOPLIST_FILE = Share/Info.plist;' },
          { name: 'Widget', type: 'app-extension', settings: 'INFOPLIST_FILE = Widget/Info.plist;' },
        ),
        'ios/App/Podfile':
          "target 'App' do\n  capacitor_pods\nend\ntarget 'Widget' do\n  # capacitor_pods\n  pod 'Lottie'\nend\ntarget 'Share' do\n  capacitor_pods\nend\n",
        ...Object.fromEntries(['App', 'Share', 'Widget'].map((one) => [`ios/App/${one}/Info.plist`, plist])),
      },
      plists: ['ios/App/Share/Info.plist', 'ios/App/App/Info.plist'],
    },
    {
      case: 'a path of variables, or out of the app: by its folder',
      files: {
        [project]: pbxproj.replaceAll('App/Info.plist', '"$(MY_FOLDER)/Info.plist"'),
        'ios/App/App/Info.plist': plist,
      },
      plists: ['ios/App/App/Info.plist'],
    },
  ])('$case', ({ files, plists }) => {
    expect(find(files)).toMatchObject({ plists, generatedPlists: [] });
  });

  test('an app in a folder of a workspace', () => {
    const files = { [`apps/mobile/${project}`]: pbxproj, 'apps/mobile/ios/App/App/Info.plist': plist };
    expect(find(files, 'apps/mobile').plists).toEqual(['apps/mobile/ios/App/App/Info.plist']);
  });
});

describe('an Info.plist that Xcode makes of build settings', () => {
  const both = ['504EC3171FED79650016851F', '504EC3181FED79650016851F'];
  const key = 'INFOPLIST_KEY_NSFaceIDUsageDescription';
  const first = (text: string, added: string) =>
    text.replace('GENERATE_INFOPLIST_FILE = YES;', `GENERATE_INFOPLIST_FILE = YES; ${added}`);

  test.each<{ case: string; files: FakeFiles; configurations: string[]; plists: string[] }>([
    { case: 'no file', files: { [project]: generated }, configurations: both, plists: [] },
    {
      case: 'beside a file: the file has the texts',
      files: { [project]: first(generated, 'INFOPLIST_FILE = App/Info.plist;'), 'ios/App/App/Info.plist': plist },
      configurations: both.slice(1),
      plists: ['ios/App/App/Info.plist'],
    },
    {
      case: 'beside a file, with the text in the settings: it stays there, for each configuration',
      files: {
        [project]: pbxproj
          .replace(
            'INFOPLIST_FILE = App/Info.plist;',
            `GENERATE_INFOPLIST_FILE = YES; ${key} = "Ours"; INFOPLIST_FILE = App/Info.plist;`,
          )
          .replace(
            /(.*)INFOPLIST_FILE = App\/Info.plist;/s,
            '$1GENERATE_INFOPLIST_FILE = YES; INFOPLIST_FILE = App/Info.plist;',
          ),
        'ios/App/App/Info.plist': plist,
      },
      configurations: both,
      plists: [],
    },
    {
      case: 'with the text in the settings of the project: nothing is missing',
      files: { [project]: generated.replaceAll('SDKROOT = iphoneos;', `SDKROOT = iphoneos; ${key} = "Ours";`) },
      configurations: [],
      plists: [],
    },
  ])('$case', ({ files, configurations, plists }) => {
    const found = find(files);
    expect(found.generatedPlists.map(({ configuration }) => configuration)).toEqual(configurations);
    expect(found.plists).toEqual(plists);
  });
});

describe('texts that are translated', () => {
  const strings = (key = 'NSCameraUsageDescription') => `"${key}" = "…";\n`;
  const catalog = (languages: readonly string[], key = 'NSCameraUsageDescription') => {
    const localizations = Object.fromEntries(
      languages.map((one) => [one, { stringUnit: { state: 'new', value: '…' } }]),
    );
    return JSON.stringify({ sourceLanguage: 'en', strings: { [key]: { localizations } }, version: '1.0' }, null, 2);
  };
  const german = { language: 'de', line: 1 };

  test.each<{ case: string; files: FakeFiles; expected: object[] }>([
    {
      case: 'the language of the app, and others',
      files: {
        [project]: pbxproj,
        'ios/App/App/en.lproj/InfoPlist.strings': strings(),
        'ios/App/App/de.lproj/InfoPlist.strings': strings(),
      },
      expected: [
        { path: 'ios/App/App/de.lproj/InfoPlist.strings', source: 'en', hasSource: false, translations: [german] },
        { path: 'ios/App/App/en.lproj/InfoPlist.strings', source: 'en', hasSource: true, translations: [] },
      ],
    },
    {
      case: 'an app that is written in German',
      files: {
        [project]: pbxproj.replace('developmentRegion = en;', 'developmentRegion = de;'),
        'ios/App/App/de.lproj/InfoPlist.strings': strings(),
      },
      expected: [{ source: 'de', hasSource: true, translations: [] }],
    },
    { case: 'Base', files: { 'ios/App/App/Base.lproj/InfoPlist.strings': strings() }, expected: [{ hasSource: true }] },
    {
      case: 'the same language in another region',
      files: { 'ios/App/App/en-GB.lproj/InfoPlist.strings': strings() },
      expected: [],
    },
    {
      case: 'only the name of the app',
      files: { 'ios/App/App/de.lproj/InfoPlist.strings': strings('CFBundleName') },
      expected: [],
    },
    {
      case: 'a commented-out text',
      files: { 'ios/App/App/de.lproj/InfoPlist.strings': `/* ${strings()} */` },
      expected: [],
    },
    { case: 'no such file any more', files: { 'ios/App/App/de.lproj/InfoPlist.strings': 'bplist00' }, expected: [] },
    { case: 'a file that can’t be read', files: { 'ios/App/App/de.lproj/InfoPlist.strings': '"NS' }, expected: [] },
    {
      case: 'a folder for resources, UTF-16',
      files: { 'ios/App/App/Resources/de.lproj/InfoPlist.strings': Buffer.from(`\uFEFF${strings()}`, 'utf16le') },
      expected: [{ path: 'ios/App/App/Resources/de.lproj/InfoPlist.strings', translations: [german] }],
    },
    {
      case: 'the folder of an extension',
      files: { 'ios/App/Share/Info.plist': extension, 'ios/App/Share/de.lproj/InfoPlist.strings': strings() },
      expected: [],
    },
    {
      case: 'a string catalog',
      files: { 'ios/App/App/InfoPlist.xcstrings': catalog(['en', 'fr', 'de', 'en-GB']) },
      expected: [
        {
          format: 'string-catalog',
          hasSource: true,
          translations: [
            { language: 'de', line: 4 },
            { language: 'fr', line: 4 },
          ],
        },
      ],
    },
    {
      case: 'a catalog of names',
      files: { 'ios/App/App/InfoPlist.xcstrings': catalog(['de'], 'CFBundleName') },
      expected: [],
    },
    { case: 'a catalog that is no JSON', files: { 'ios/App/App/InfoPlist.xcstrings': '{' }, expected: [] },
  ])('$case', ({ files, expected }) => {
    const { usageTexts } = find(files);
    expect(usageTexts).toMatchObject(expected);
    expect(usageTexts).toHaveLength(expected.length);
  });
});

describe('the oldest systems', () => {
  const gradle = 'android/app/build.gradle';
  const kotlin = 'android/app/build.gradle.kts';

  test.each<{ case: string; files: FakeFiles; expected: string[] }>([
    {
      case: 'Capacitor’s project: one line a configuration',
      files: { [project]: pbxproj },
      expected: [`${project}:301 14.0`, `${project}:323 14.0`],
    },
    {
      case: 'a project’s setting for targets without one',
      files: { [project]: pbxproj.replace(/(INFOPLIST_FILE.*\n\s*)IPHONEOS_DEPLOYMENT_TARGET = 14.0;/g, '$1') },
      expected: [`${project}:233 14.0`, `${project}:284 14.0`],
    },
    {
      case: 'a Podfile, and what is commented out in it',
      files: { 'ios/App/Podfile': "# platform :ios, '12.0'\nplatform :ios, '13.0' # old\nuse_frameworks!\n" },
      expected: ['ios/App/Podfile:2 13.0'],
    },
    {
      case: 'Capacitor’s Swift package',
      files: {
        'ios/App/CapApp-SPM/Package.swift': 'let package = Package(\n  // .iOS(.v12)\n  platforms: [.iOS(.v13)],\n',
      },
      expected: ['ios/App/CapApp-SPM/Package.swift:3 13.0'],
    },
    {
      case: 'a Swift package with a version as text',
      files: { 'ios/App/CapApp-SPM/Package.swift': 'platforms: [.macOS("12"), .iOS("13.4")],' },
      expected: ['ios/App/CapApp-SPM/Package.swift:1 13.4'],
    },
    {
      case: 'a number',
      files: { [gradle]: 'android {\n  defaultConfig {\n    minSdkVersion 22\n' },
      expected: [`${gradle}:3 22`],
    },
    { case: 'a new name, with a sign', files: { [gradle]: 'minSdk = 21' }, expected: [`${gradle}:1 21`] },
    {
      case: 'Kotlin',
      files: { [kotlin]: '/* minSdk = 19\n*/ minSdk = 21 // for old ones' },
      expected: [`${kotlin}:2 21`],
    },
    { case: 'an old call', files: { [kotlin]: 'minSdkVersion(22)' }, expected: [`${kotlin}:1 22`] },
    {
      case: 'Capacitor’s variables',
      files: {
        [gradle]: 'minSdkVersion rootProject.ext.minSdkVersion',
        'android/variables.gradle': 'ext {\n    // minSdkVersion = 19\n    minSdkVersion = 22\n}',
      },
      expected: ['android/variables.gradle:3 22'],
    },
    {
      case: 'another name, in the build script above',
      files: { [gradle]: 'minSdkVersion rootProject.ext.oldest', 'android/build.gradle': "ext.oldest = '22'" },
      expected: ['android/build.gradle:1 22'],
    },
    {
      case: 'Kotlin’s extra',
      files: {
        [kotlin]: 'minSdk = rootProject.extra["minSdkVersion"] as Int',
        'android/build.gradle.kts': 'extra["minSdkVersion"] = 21',
      },
      expected: ['android/build.gradle.kts:1 21'],
    },
    {
      case: 'Kotlin’s extra, by delegation',
      files: { [kotlin]: 'minSdk = minimum', 'android/build.gradle.kts': 'val minimum by extra(21)' },
      expected: ['android/build.gradle.kts:1 21'],
    },
    {
      case: 'a property',
      files: { [gradle]: 'minSdkVersion minSdk.toInteger()', 'android/gradle.properties': '# minSdk=19\nminSdk=21' },
      expected: ['android/gradle.properties:2 21'],
    },
    {
      case: 'a version catalog',
      files: {
        [kotlin]: 'minSdk = libs.versions.android.minSdk.get().toInt()',
        'android/gradle/libs.versions.toml': '[versions]\nandroid-minSdk = "22"',
      },
      expected: ['android/gradle/libs.versions.toml:2 22'],
    },
    {
      case: 'a flavour with one of its own',
      files: { [gradle]: 'minSdkVersion 23\nold { minSdkVersion 21\n}' },
      expected: [`${gradle}:1 23`, `${gradle}:2 21`],
    },
    { case: 'what only Gradle knows', files: { [gradle]: 'minSdkVersion oldest()' }, expected: [] },
    { case: 'nothing', files: {}, expected: [] },
  ])('$case', ({ files, expected }) => {
    const { oldestSystems } = find(files);
    expect(oldestSystems.map(({ at, version }) => `${at.path}:${String(at.line)} ${version}`)).toEqual(expected);
  });
});

describe('what a backup takes', () => {
  const manifest = 'android/app/src/main/AndroidManifest.xml';
  const withAttributes = (attributes: string) =>
    `<manifest>\n  <!-- <application android:allowBackup="false"> -->\n  <application\n    ${attributes}\n    android:label="a > b">\n`;

  test.each<{ attributes: string; line: number | undefined }>([
    { attributes: 'android:allowBackup="true"', line: 4 },
    { attributes: 'android:icon="@mipmap/icon"', line: 3 },
    { attributes: 'android:allowBackup="false"', line: undefined },
    { attributes: 'android:allowBackup="true" android:dataExtractionRules="@xml/rules"', line: undefined },
    { attributes: 'android:allowBackup="true" android:fullBackupContent="@xml/rules"', line: undefined },
  ])('$attributes', ({ attributes, line }) => {
    expect(find({ [manifest]: withAttributes(attributes) }).backup?.line).toBe(line);
  });

  test('no manifest', () => {
    expect(find({}).backup).toBeUndefined();
  });
});

describe('the entitlements of each app', () => {
  const entitled = pbxproj.replaceAll(
    'INFOPLIST_FILE = App/Info.plist;',
    'CODE_SIGN_ENTITLEMENTS = App/App.entitlements; INFOPLIST_FILE = App/Info.plist;',
  );
  const share = {
    name: 'Share',
    type: 'app-extension',
    settings: 'CODE_SIGN_ENTITLEMENTS = Share/Share.entitlements;',
  } as const;

  test.each<{ case: string; files: FakeFiles; entitlements: string[]; unentitled: string[] }>([
    {
      case: 'Capacitor’s own has none',
      files: { [project]: pbxproj },
      entitlements: [],
      unentitled: ['App (Debug)', 'App (Release)'],
    },
    {
      case: 'a file that both builds have',
      files: { [project]: entitled, 'ios/App/App/App.entitlements': plist },
      entitlements: ['ios/App/App/App.entitlements'],
      unentitled: [],
    },
    {
      case: 'a file that is not there',
      files: { [project]: entitled },
      entitlements: [],
      unentitled: ['App (Debug)', 'App (Release)'],
    },
    {
      case: 'one of the builds has it',
      files: {
        [project]: entitled.replace('CODE_SIGN_ENTITLEMENTS = App/App.entitlements;', ''),
        'ios/App/App/App.entitlements': plist,
      },
      entitlements: ['ios/App/App/App.entitlements'],
      unentitled: ['App (Debug)'],
    },
    {
      case: 'an extension signs nobody in',
      files: { [project]: withTargets(share), 'ios/App/Share/Share.entitlements': plist },
      entitlements: [],
      unentitled: ['App (Debug)', 'App (Release)'],
    },
    { case: 'no Xcode project', files: { 'ios/App/App/Info.plist': plist }, entitlements: [], unentitled: [] },
  ])('$case', ({ files, entitlements, unentitled }) => {
    expect(find(files)).toMatchObject({ entitlements, unentitled });
  });
});
