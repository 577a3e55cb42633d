import { expect, test } from 'vitest';
import { findWiring } from '../../../src/frameworks/angular/read/find-wiring.ts';
import { writtenPaths } from '../../../src/frameworks/angular/written-paths.ts';

test('the paths of the array that the router starts with, where they are no literals', () => {
  const files: Readonly<Record<string, string>> = {
    'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { routes } from './app/app.routes';
bootstrapApplication(App, { providers: [provideRouter(routes)] });
`,
    'src/app/paths.ts': `export const Paths = { Shop: 'shop/all', Any: '**', Own: 'own' } as const;`,
    'src/app/more.routes.ts': `import { Paths } from './paths';
export const more = [{ path: Paths.Own }];`,
    'src/app/app.routes.ts': `import { more } from './more.routes';
import { Paths } from './paths';
export const routes = [
  { path: 'home' },
  { path: "about" },
  { path: Paths.Shop, children: [{ path: \`\${Paths.Own}/:id\` }, { path: '' }] },
  ...more,
  { path: Paths.Any },
];
`,
  };
  const { routes } = findWiring({ read: (path) => files[path], list: () => [] }, 'src/main.ts');
  expect(writtenPaths(routes)).toEqual({
    'Paths.Shop': 'shop/all',
    '`${Paths.Own}/:id`': 'own/:id',
    'Paths.Any': '**',
  });
});
