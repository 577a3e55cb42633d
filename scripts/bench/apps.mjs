// @ts-check
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyApp, root, sampleApp } from '../lib/sample-app.mjs';
import { run } from '../lib/steps.mjs';

export const cli = join(root, 'dist', 'create-identity-vault.js');

/** @typedef {{ small: string, formatted: string, large: string, setUp: string, written: string }} Apps folders */

/**
 * The apps the tool is run in, made anew.
 *
 * @param {string} folder
 * @returns {Promise<Apps>}
 */
export async function makeApps(folder) {
  rmSync(folder, { recursive: true, force: true });
  const names = /** @type {const} */ (['small', 'formatted', 'large', 'setUp', 'written']);
  const [small, formatted, large, setUp, written] = /** @type {[string, string, string, string, string]} */ (
    names.map((name) => join(folder, name))
  );
  copyApp(sampleApp, formatted);
  mkdirSync(join(formatted, 'node_modules'));
  symlinkSync(join(root, 'node_modules', 'prettier'), join(formatted, 'node_modules', 'prettier'), 'junction');
  copyApp(sampleApp, small);
  forgetFormatter(small);
  for (const copy of [large, setUp]) cpSync(small, copy, { recursive: true });
  addSources(large, 5000);
  await run([process.execPath, cli, '--cwd', setUp, '--yes', '--no-install'], { cwd: root });
  return { small, formatted, large, setUp, written };
}

/** @param {string} app */
function forgetFormatter(app) {
  const file = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  delete manifest.devDependencies.prettier;
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

const perFeature = 50;

/**
 * Fills an app up with features of {@link perFeature} files, each file importing its neighbours, behind one lazy route.
 *
 * @param {string} app
 * @param {number} files
 */
export function addSources(app, files) {
  const features = Math.ceil(files / perFeature);
  for (let feature = 0; feature < features; feature += 1) addFeature(join(app, 'src/app/features', nameOf(feature)));
  const children = Array.from({ length: features }, (_, feature) => routeTo(nameOf(feature)));
  const list = `import { Routes } from '@angular/router';\n\nexport const routes: Routes = [\n${children.join('')}];\n`;
  write(join(app, 'src/app/features/features.routes.ts'), list);
  const routes = join(app, 'src/app/app.routes.ts');
  const lazy = `  { path: 'features', loadChildren: () => import('./features/features.routes').then((m) => m.routes) },\n`;
  write(
    routes,
    readFileSync(routes, 'utf8').replace(/^ {2}\{ path: '\*\*'/m, (wildcard) => lazy + wildcard),
  );
}

/** @param {number} feature */
function nameOf(feature) {
  return `feature-${String(feature).padStart(3, '0')}`;
}

/** @param {string} feature */
function routeTo(feature) {
  return `  { path: '${feature}', loadComponent: () => import('./${feature}/part-00').then((m) => m.Part00) },\n`;
}

/** @param {string} folder */
function addFeature(folder) {
  for (let part = 0; part < perFeature; part += 1) {
    const [name, next] = [part, (part + 1) % perFeature].map((number) => String(number).padStart(2, '0'));
    write(join(folder, `part-${name}.ts`), componentText(String(name), String(next)));
  }
}

/**
 * About 4 kB, as an average source file of an app.
 *
 * @param {string} name
 * @param {string} next
 */
function componentText(name, next) {
  const methods = Array.from({ length: 24 }, (_, index) => {
    const title = `step${index}`;
    return `\n  ${title}(input: readonly Item${name}[]): readonly Item${name}[] {\n    return input.filter(({ id }) => id % ${
      index + 2
    } === 0).map((item) => ({ ...item, title: \`\${item.title} ${title}\` }));\n  }\n`;
  });
  return `import { Component, inject, signal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import type { Item${next} } from './part-${next}';

export interface Item${name} {
  readonly id: number;
  readonly title: string;
  readonly next?: Item${next};
}

@Component({ selector: 'app-part-${name}', template: '@for (item of items(); track item.id) { {{ item.title }} }' })
export class Part${name} {
  private readonly http = inject(HttpClient);
  readonly items = signal<readonly Item${name}[]>([]);
${methods.join('')}}
`;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
