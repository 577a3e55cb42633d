import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/lib/install-packages.mjs';
import { root } from '../../scripts/lib/sample-app.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'install-packages-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const app = { version: '1.0.0' };
const present = { 'node_modules/a': { version: '1.0.0' } };

it.each([
  { case: 'installed', wanted: present, installed: present, is: true },
  { case: 'another version', wanted: { 'node_modules/a': { version: '2.0.0' } }, installed: present, is: false },
  { case: 'a package is missing', wanted: { ...present, 'node_modules/b': app }, installed: present, is: false },
  {
    case: 'a package of another machine is missing',
    wanted: { ...present, 'node_modules/b': { version: '1.0.0', optional: true } },
    installed: present,
    is: true,
  },
])('$case → $is', ({ wanted, installed, is }) => {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': app, ...wanted } }));
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));

  expect(isInstalled(folder)).toBe(is);
});

it('nothing installed → false', () => {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': app } }));

  expect(isInstalled(folder)).toBe(false);
});

it('recognises what npm itself installed here', () => {
  expect(isInstalled(root)).toBe(true);
});
