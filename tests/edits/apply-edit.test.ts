import { describe, expect, test } from 'vitest';
import { editFile } from './edit-file.ts';
import type { AppEdit } from '../../src/model/edit.ts';

const plist: AppEdit = {
  kind: 'plist',
  id: 'face-id',
  path: 'ios/App/App/Info.plist',
  key: 'NSFaceIDUsageDescription',
  value: 'Log in',
  replace: false,
};
const json: AppEdit = { kind: 'json', id: 'dependency', path: 'package.json', key: ['dependencies', 'a'], value: '1' };
const route: AppEdit = {
  kind: 'code',
  id: 'route:login',
  recipe: 'angular/route',
  path: 'src/app/app.routes.ts',
  anchor: { kind: 'variable', name: 'routes' },
  brings: { name: 'LoginPage', from: { file: 'src/app/identity/login/login.page' } },
  with: { routePath: 'login', loads: 'component' },
};

describe('a file that can’t be read is an error that says where, and what to do', () => {
  const unreadable: [string, AppEdit, string, object][] = [
    [
      'TypeScript with a syntax error',
      route,
      'export const routes = [\r\n  { path: },\r\n];\r\n',
      { path: route.path, line: 2, column: 11 },
    ],
    ['JSON with a syntax error', json, '{\n  "dependencies": {,}\n}\n', { path: 'package.json', line: 2, column: 20 }],
    ['an empty JSON file', json, '', { path: 'package.json', line: 1, column: 1 }],
    ['JSON with text behind it', json, '{}\n<<<<<<< HEAD\n', { path: 'package.json', line: 2, column: 1 }],
    ['a binary property list', plist, 'bplist00\u0000\u0001', { path: plist.path }],
    ['a property list with an open tag', plist, '<plist><dict><key>a</key>', { path: plist.path }],
    ['something else', plist, 'hello', { path: plist.path }],
  ];

  test.each(unreadable)('%s', async (...[, edit, text, where]) => {
    await expect(editFile(edit, text)).rejects.toMatchObject({
      code: 'UNREADABLE',
      where,
      hint: expect.stringMatching(/\S/) as string,
    });
  });

  test('a binary property list is told how to become text', async () => {
    const hint = 'Convert it with: plutil -convert xml1 ios/App/App/Info.plist';
    await expect(editFile(plist, 'bplist00')).rejects.toMatchObject({ hint });
  });
});
