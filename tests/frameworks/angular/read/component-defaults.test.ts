import { expect, test } from 'vitest';
import { componentDefaults } from '../../../../src/frameworks/angular/read/component-defaults.ts';
import type { Tree } from '../../../../src/model/tree.ts';

function defaultsOf(files: Readonly<Record<string, unknown>>, folder = '') {
  const read = (path: string) => (files[path] === undefined ? undefined : JSON.stringify(files[path]));
  return componentDefaults({ read } as Pick<Tree, 'read'> as Tree, { name: 'notes', folder });
}

const page = { '@ionic/angular-toolkit:page': { styleext: 'css', standalone: true } };
const component = { '@schematics/angular:component': { style: 'less', skipTests: true, changeDetection: 'OnPush' } };

test.each([
  { declared: 'nothing', files: {}, is: { skipsTests: false } },
  {
    declared: 'another generator',
    files: { 'angular.json': { schematics: { '@schematics/angular:pipe': { skipTests: true } } } },
    is: { skipsTests: false },
  },
  {
    declared: 'the workspace',
    files: { 'angular.json': { schematics: component } },
    is: { style: 'less', skipsTests: true },
  },
  {
    declared: 'the project before the workspace',
    files: { 'angular.json': { schematics: component, projects: { notes: { schematics: page } } } },
    is: { style: 'css', skipsTests: true },
  },
  {
    declared: 'a project that wants tests',
    files: {
      'angular.json': {
        schematics: component,
        projects: { notes: { schematics: { '@schematics/angular:component': { skipTests: false } } } },
      },
    },
    is: { style: 'less', skipsTests: false },
  },
  {
    declared: 'another project',
    files: { 'angular.json': { projects: { other: { schematics: component } } } },
    is: { skipsTests: false },
  },
  {
    declared: 'Nx, nested',
    files: { 'nx.json': { generators: { '@nx/angular': { component: { style: 'css' } } } } },
    is: { style: 'css', skipsTests: false },
  },
  {
    declared: 'a project of Nx',
    folder: 'apps/notes',
    files: {
      'nx.json': { generators: page },
      'apps/notes/project.json': { generators: { '@nx/angular:component': { style: 'none' } } },
    },
    is: { style: 'none', skipsTests: false },
  },
  {
    declared: 'an older Angular',
    files: { 'angular.json': { schematics: { '@schematics/angular:component': { spec: false } } } },
    is: { skipsTests: true },
  },
])('what components are to have, by $declared', ({ files, folder, is }) => {
  expect(defaultsOf(files, folder)).toEqual(is);
});
