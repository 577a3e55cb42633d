import { describe, expect, test } from 'vitest';
import { angularFacts, type Wiring } from '../../../src/frameworks/angular/angular-facts.ts';
import { shapeOf } from '../../../src/frameworks/angular/code-shape.ts';
import type { State } from '../../../src/model/state.ts';
import { fakeProject } from '../../support/fake-project.ts';

interface App {
  readonly ionic?: string;
  readonly wrote?: string;
  readonly wiring?: Partial<Wiring>;
}

function pagesOf({ ionic = '8.7.0', wrote, wiring = {} }: App): string {
  const file = { owner: 'tool', base: '', template: '' } as const;
  const files = wrote === undefined ? {} : { [`src/app/identity/unlock/${wrote}`]: file };
  const project = fakeProject({
    wiring,
    dependencies: { '@ionic/angular': ionic },
    setup: { state: { files } as unknown as State } as never,
  });
  const shape = shapeOf({ ...project, framework: angularFacts(project.framework) });
  return `${shape.pages} pages, ${shape.ionic} Ionic`;
}

describe('the pages of an app', () => {
  test.each<[string, App, string]>([
    ['standalone', { wiring: { ionic: 'standalone' } }, 'standalone pages, standalone Ionic'],
    ['standalone with nothing of Ionic', {}, 'standalone pages, standalone Ionic'],
    ['standalone with IonicModule', { wiring: { ionic: 'module' } }, 'standalone pages, module Ionic'],
    ['standalone with an older Ionic', { ionic: '7.1.0' }, 'standalone pages, module Ionic'],
    ['of NgModules', { wiring: { bootstrap: 'ngmodule', ionic: 'module' } }, 'module pages, module Ionic'],
    [
      'of NgModules with provideIonicAngular()',
      { wiring: { bootstrap: 'ngmodule', ionic: 'standalone' } },
      'standalone pages, standalone Ionic',
    ],
    [
      'standalone with IonicModule that got NgModules from an earlier run',
      { wiring: { ionic: 'module' }, wrote: 'unlock.module.ts' },
      'module pages, module Ionic',
    ],
    [
      'standalone with an Ionic that only a range says, and NgModules from an earlier run',
      { ionic: '^7.0.0', wrote: 'unlock.module.ts' },
      'module pages, module Ionic',
    ],
    [
      'standalone with IonicModule that got standalone pages from an earlier run',
      { wiring: { ionic: 'module' }, wrote: 'unlock.page.ts' },
      'standalone pages, module Ionic',
    ],
  ])('that is %s', (_, app, expected) => {
    expect(pagesOf(app)).toBe(expected);
  });
});
