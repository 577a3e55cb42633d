import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const plist = 'ios/App/App/Info.plist';
const hello = ['--face-id-usage', 'Hello & welcome'];

/** The app with this text for Face ID, which says nothing. */
function withText(value: string): App {
  const app = new App('angular-21-plain');
  const entry = `\t<key>NSFaceIDUsageDescription</key>\n\t${value}\n`;
  const [before, after] = app.read(plist).split(/(?=\t<key>UILaunch)/, 2) as [string, string];
  app.write(plist, `${before}${entry}${after}`);
  return app;
}

describe.each([
  { value: '<string></string>', is: '<string>Hello &amp; welcome</string>' },
  { value: '<string/>', is: '<string>Hello &amp; welcome</string>' },
  { value: '<string>\r\n\t</string>', is: '<string>Hello &amp; welcome\r\n\t</string>' },
])('an empty text for Face ID, $value', ({ value, is }) => {
  test('is filled, by an insertion that every command takes out again', async () => {
    const app = withText(value);
    const before = app.snapshot();

    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read(plist)).toContain('Use Face ID to authenticate yourself and login');
    const first = app.snapshot();
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await app.run('--yes');
    expect(app.snapshot()).toEqual(first);

    expect(await app.run('--yes', ...hello)).toMatchObject({ exitCode: 0 });
    expect(app.read(plist)).toContain(is);
    await app.run('undo', '--yes');
    expect(app.snapshot()).toEqual(first);

    await app.run('--yes', ...hello, '--replace-face-id-usage');
    expect(app.read(plist)).toContain(is);
    await app.run(
      '--yes',
      '--face-id-usage',
      'Use Face ID to authenticate yourself and login',
      '--no-replace-face-id-usage',
    );
    expect(app.snapshot()).toEqual(first);

    await app.run('remove', '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test('is found by check when somebody empties it', async () => {
    const app = withText(value);
    await app.run('--yes');
    app.write(plist, app.read(plist).replace('Use Face ID to authenticate yourself and login', ''));

    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
  });
});
