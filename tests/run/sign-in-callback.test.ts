import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const plist = 'ios/App/App/Info.plist';
const manifest = 'android/app/src/main/AndroidManifest.xml';
const config = 'capacitor.config.ts';
const android = readFileSync(new URL(`../../examples/ionic-angular/${manifest}`, import.meta.url), 'utf8');
const oidc = ['--yes', '--auth', 'oidc', '--issuer', 'https://login.example.com/realms/main', '--client-id', 'notes'];
const generic = ['--yes', '--auth', 'generic', '--issuer', '', '--client-id', ''];

/** An app with both native projects, in files of both line endings. */
function withPhones(eol = '\n'): App {
  const app = new App('angular-21-plain');
  app.write(manifest, android.replaceAll('\n', eol));
  return app;
}

function phoneFiles(app: App): string[] {
  return [plist, manifest, config].map((path) => app.read(path));
}

describe('the way back from a sign-in at a provider', () => {
  test.each(['\n', '\r\n'])(
    'is written, stays, is missed by check, and goes with undo and remove (%j)',
    async (eol) => {
      const app = withPhones(eol);
      const before = app.snapshot();
      const { exitCode, stderr } = await app.run(...oidc);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      const [types = '', filters = '', settings = ''] = phoneFiles(app);
      expect(types).toMatch(/CFBundleURLTypes[^]*<string>io\.example\.plain<\/string>[^]*CFBundleURLSchemes/);
      expect(filters).toContain('<data android:scheme="io.example.plain" />');
      expect(settings).toContain("authOrigins: ['https://login.example.com']");
      if (eol === '\r\n') expect(filters.replaceAll('\r\n', '')).not.toContain('\n');

      const first = app.snapshot();
      expect(await app.run(...oidc)).toMatchObject({ exitCode: 0 });
      expect(await app.run('check')).toMatchObject({ exitCode: 0 });
      expect(app.snapshot()).toEqual(first);

      for (const path of [plist, manifest, config]) {
        app.write(path, Buffer.from(before[path] ?? '', 'latin1'));
        expect(await app.run('check'), path).toMatchObject({ exitCode: 2 });
        app.write(path, Buffer.from(first[path] ?? '', 'latin1'));
      }

      await app.run('undo', '--yes');
      expect(app.snapshot()).toEqual(before);
      await app.run(...oidc);
      expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
      expect(app.snapshot()).toEqual(before);
    },
  );

  test('goes when users sign in otherwise, and comes back with the option', async () => {
    const app = withPhones();
    await app.run('--yes');
    const without = phoneFiles(app);
    expect(without.join('')).not.toMatch(/CFBundleURLTypes|scheme=|authOrigins/);
    expect(await app.run(...oidc)).toMatchObject({ exitCode: 0 });
    const withIt = phoneFiles(app);
    expect(withIt).not.toEqual(without);
    const ended = await app.run(...generic.slice(0, 3));
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    expect(phoneFiles(app)).toEqual(without);
    await app.run(...oidc);
    expect(phoneFiles(app)).toEqual(withIt);
  });

  test('another scheme and another origin take the place of the first', async () => {
    const app = withPhones();
    await app.run(...oidc);
    await app.run('--yes', '--redirect-scheme', 'com.other.app', '--endpoint-origins', 'https://tokens.example.com');
    const [types = '', filters = '', settings = ''] = phoneFiles(app);
    expect(types.split('CFBundleURLSchemes')).toHaveLength(2);
    expect(types).toContain('<string>com.other.app</string>');
    expect(filters.match(/android:scheme="[^"]*"/g)).toEqual(['android:scheme="com.other.app"']);
    expect(settings).toContain("authOrigins: ['https://login.example.com', 'https://tokens.example.com']");
  });

  test.each([
    {
      path: manifest,
      from: '<data android:scheme="io.example.plain" />',
      to: '<data android:scheme="io.example.plain" />\n<data android:host="a" />',
      named: 'AndroidManifest.xml',
    },
    {
      path: plist,
      from: '<key>CFBundleURLName</key>\n',
      to: '<key>CFBundleTypeRole</key>\n\t\t\t<string>Editor</string>\n\t\t\t<key>CFBundleURLName</key>\n',
      named: 'Info.plist',
    },
    {
      path: config,
      from: 'authOrigins: [',
      to: 'allowBridgeLogging: false,\n      authOrigins: [',
      named: 'capacitor.config.ts',
    },
  ])('$path: what a person changed in it stays, and remove names it', async ({ path, from, to, named }) => {
    const app = withPhones();
    await app.run(...oidc);
    expect(app.read(path)).toContain(from);
    app.write(path, app.read(path).replace(from, to));
    const ended = await app.run('remove', '--yes', '--allow-manual');
    expect(ended.exitCode).toBe(6);
    expect(ended.stderr).toMatch(new RegExp(`${named}:\\d+`));
    expect(app.read(path)).toContain(to.trim().split('\n')[0]);
  });
});

test('a manifest that can start the app with several activities is a step with the lines, until a person made it', async () => {
  const app = withPhones();
  const second = /<activity[^]*<\/activity>/.exec(android)?.[0].replace('.MainActivity', '.Second') ?? '';
  app.write(manifest, android.replace('</activity>', `</activity>\n${second}`));
  const before = app.snapshot();
  const refused = await app.run(...oidc);
  expect(refused.exitCode).toBe(6);
  expect(refused.stderr).toContain('<data android:scheme="io.example.plain" />');
  expect(app.snapshot()).toEqual(before);
  const filter = `<intent-filter>
<action android:name="android.intent.action.VIEW" />
<category android:name="android.intent.category.DEFAULT" />
<category android:name="android.intent.category.BROWSABLE" />
<data android:scheme="io.example.plain" />
</intent-filter>
</activity>`;
  app.write(manifest, app.read(manifest).replace('</activity>', filter));
  expect(await app.run(...oidc)).toMatchObject({ exitCode: 0 });
});

test('an issuer on the developer’s machine allows no origin', async () => {
  const app = withPhones();
  const before = app.read(config);
  await app.run('--yes', '--auth', 'oidc', '--issuer', 'http://localhost:9000', '--client-id', 'notes');
  expect(app.read(config)).toBe(before);
});

describe('a web origin that opens the app', () => {
  const xcode = 'ios/App/App.xcodeproj/project.pbxproj';
  const entitlements = 'ios/App/App/App.entitlements';
  const withOrigin = [...oidc, '--redirect-origin', 'https://app.example.com'];
  const pbxproj = readFileSync(new URL(`../../examples/ionic-angular/${xcode}`, import.meta.url), 'utf8');
  const setting = 'CODE_SIGN_ENTITLEMENTS = App/App.entitlements;';

  function withEntitlements(): App {
    const app = withPhones();
    app.write(xcode, pbxproj.replaceAll('INFOPLIST_FILE = App/Info.plist;', `${setting} $&`));
    const root =
      '<plist version="1.0">\n<dict>\n\t<key>aps-environment</key>\n\t<string>development</string>\n</dict>\n</plist>\n';
    app.write(entitlements, `<?xml version="1.0" encoding="UTF-8"?>\n${root}`);
    return app;
  }

  test('is in the manifest, the entitlements and the client, in place of the scheme, until it goes again', async () => {
    const app = withEntitlements();
    const before = app.snapshot();
    const { exitCode, stderr } = await app.run(...withOrigin);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const link = (path: string) =>
      `<data android:scheme="https" android:host="app.example.com" android:path="${path}" />`;
    expect(app.read(manifest).match(/<intent-filter android:autoVerify="true">/g)).toHaveLength(2);
    expect(app.read(manifest)).toContain(link('/auth/callback'));
    expect(app.read(manifest)).toContain(link('/login'));
    expect(app.read(manifest)).not.toContain('android:scheme="io.example.plain"');
    expect(app.read(plist)).not.toContain('CFBundleURLTypes');
    expect(app.read(entitlements)).toMatch(
      /<key>com\.apple\.developer\.associated-domains<\/key>\s*<array>\s*<string>webcredentials:app\.example\.com<\/string>/,
    );
    expect(app.read('src/app/identity/oidc.client.ts')).toContain('`https://app.example.com${path}`');
    for (const told of ['apple-app-site-association', 'assetlinks.json', 'iOS 17.4']) expect(stderr).toContain(told);
    expect(stderr).not.toContain('Associated Domains');

    const first = app.snapshot();
    expect(await app.run(...withOrigin)).toMatchObject({ exitCode: 0 });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(first);
    app.write(entitlements, Buffer.from(before[entitlements] ?? '', 'latin1'));
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    app.write(entitlements, Buffer.from(first[entitlements] ?? '', 'latin1'));

    await app.run('--yes', '--redirect-origin', '');
    expect(app.read(manifest)).toContain('<data android:scheme="io.example.plain" />');
    expect(app.read(manifest)).not.toContain('autoVerify');
    expect(app.read(entitlements)).toBe(Buffer.from(before[entitlements] ?? '', 'latin1').toString());
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
  });

  test.each([
    ['the target has no entitlements', pbxproj, /for App \(Debug\), App \(Release\): add the capability/],
    ['there is no Xcode project to read', undefined, /for the app’s target: add the capability/],
  ])('is a note with what to add in Xcode where %s', async (_, project, told) => {
    const app = withPhones();
    if (project !== undefined) app.write(xcode, project);
    const { exitCode, stderr } = await app.run(...withOrigin);
    expect(exitCode).toBe(0);
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(told);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('with webcredentials:app.example.com');
  });
});
