import { expect, test } from 'vitest';
import { rendersOnServer } from '../../../../src/frameworks/angular/read/renders-on-server.ts';
import type { Dependency } from '../../../../src/model/project.ts';
import type { Tree } from '../../../../src/model/tree.ts';

const app = { name: 'notes', folder: '', sourceRoot: 'src', entryFile: 'src/main.ts', isListed: true };

function judge(file: string, declaration: unknown, packages: readonly string[] = []): boolean {
  const text = JSON.stringify(declaration);
  const tree = { read: (path: string) => (path === file ? text : undefined) } as Pick<Tree, 'read'> as Tree;
  const dependencies = new Map<string, Dependency>(packages.map((name) => [name, { range: '*' }]));
  return rendersOnServer(tree, dependencies, { ...app, declaredIn: file });
}

function inWorkspace(targets: unknown): boolean {
  return judge('angular.json', { projects: { notes: { architect: targets }, other: { architect: { server: {} } } } });
}

test.each([
  { build: { options: { server: 'src/main.server.ts' } } },
  { build: { options: { ssr: { entry: 'server.ts' } } } },
  { build: { options: { ssr: true } } },
  { build: { options: { outputMode: 'static' } } },
  { build: { options: {}, configurations: { production: { prerender: true } } } },
  { build: { options: {} }, server: { builder: '@angular-devkit/build-angular:server' } },
  { build: { options: {} }, prerender: { builder: '@nguniversal/builders:prerender' } },
])('on a server: %j', (targets) => {
  expect(inWorkspace(targets)).toBe(true);
});

test.each([
  { build: { options: { browser: 'src/main.ts' } } },
  { build: { options: { ssr: false, prerender: false }, configurations: { production: {} } }, serve: {} },
])('in browsers only: %j', (targets) => {
  expect(inWorkspace(targets)).toBe(false);
});

test.each(['@angular/ssr', '@angular/platform-server', '@nguniversal/express-engine'])('with %s', (name) => {
  expect(judge('angular.json', { projects: { notes: { architect: {} } } }, ['@angular/core', name])).toBe(true);
});

test('as Nx declares it', () => {
  expect(judge('apps/notes/project.json', { targets: { build: { options: { ssr: true } } } })).toBe(true);
  expect(judge('package.json', { nx: { targets: { server: {} } } })).toBe(true);
  expect(judge('apps/notes/project.json', { targets: { build: { options: {} } } })).toBe(false);
});
