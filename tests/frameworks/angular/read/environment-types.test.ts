import { describe, expect, test } from 'vitest';
import { modulesOf } from '../../../../src/code/modules.ts';
import { environmentTypes } from '../../../../src/frameworks/angular/read/environment-types.ts';
import { fakeTree, type FakeFiles } from '../../../support/fake-tree.ts';

const path = 'src/environments/environment.ts';
const model = 'src/environments/model.ts';
const own = { kind: 'own', path: model, name: 'Environment' };
const closed = { kind: 'closed' };
const declared = 'export interface Environment { production: boolean }';
const typed = "import { Environment } from './model';\nexport const environment: Environment = { production: true };";
const annotated = (type: string) => `export const environment: ${type} = { production: true };`;
const imported = "import { Environment } from '../environments/model';\n";

function typeIn(files: FakeFiles, paths: Readonly<Record<string, readonly string[]>> = {}) {
  const tree = fakeTree(files);
  const modules = modulesOf(tree, { paths });
  return environmentTypes(tree, { modules, paths: [path], sourceRoot: 'src' })(path);
}

describe('the type of an environment', () => {
  test.each<{ case: string; files: FakeFiles; is: object | undefined }>([
    { case: 'an interface of its own', files: { [path]: typed, [model]: declared }, is: own },
    {
      case: 'an alias, exported by default',
      files: {
        [path]: typed.replace('{ Environment }', 'Settings').replace(': Environment', ': Settings'),
        [model]: 'type Environment = { production: boolean };\nexport default Environment;',
      },
      is: own,
    },
    {
      case: 'an interface that other code only reads',
      files: {
        [path]: typed,
        [model]: declared,
        'src/app/token.ts': `${imported}export const ENV = new InjectionToken<Environment>('env');\nconst env = inject<Environment>(ENV);\ntype Key = keyof Environment;`,
      },
      is: own,
    },
    {
      case: 'an interface, where other code has one of the same name',
      files: {
        [path]: typed,
        [model]: declared,
        'src/app/planet.ts': 'interface Environment { air: number }\nexport const e: Environment = { air: 1 };',
      },
      is: own,
    },
    {
      case: 'an interface that other code passes on by another name',
      files: {
        [path]: typed,
        [model]: declared,
        'src/app/barrel.ts': `${imported}export { Environment as Settings };`,
      },
      is: undefined,
    },
    {
      case: 'an interface that a parameter of other code has',
      files: {
        [path]: typed,
        [model]: declared,
        'src/app/load.ts': `${imported}export function load(environment: Environment) {}`,
      },
      is: undefined,
    },
    {
      case: 'an interface that another one extends',
      files: {
        [path]: typed,
        [model]: `${declared}\nexport interface More extends Environment { url: string }`,
      },
      is: undefined,
    },
    {
      case: 'an interface with an index signature that admits no object',
      files: { [path]: typed, [model]: 'export interface Environment { [key: string]: string | boolean }' },
      is: closed,
    },
    {
      case: 'an interface with an index signature that admits everything',
      files: { [path]: typed, [model]: 'export interface Environment { [key: string]: unknown }' },
      is: own,
    },
    { case: 'a record of texts', files: { [path]: annotated('Record<string, string>') }, is: closed },
    { case: 'a record of anything', files: { [path]: annotated('Record<string, any>') }, is: undefined },
    {
      case: 'what another type is computed from',
      files: { [path]: annotated("Pick<All, 'production'>") },
      is: undefined,
    },
    {
      case: 'an alias that is computed',
      files: { [path]: typed, [model]: 'export type Environment = typeof x;' },
      is: undefined,
    },
    { case: 'of a package', files: { [path]: typed.replace('./model', '@example/model') }, is: undefined },
    { case: 'any', files: { [path]: annotated('any') }, is: undefined },
    {
      case: 'two interfaces at once',
      files: {
        [path]: `${typed.replace(' };', ' } satisfies Checked;')}\ninterface Checked { production: true }`,
        [model]: declared,
      },
      is: undefined,
    },
    {
      case: 'an interface, where a file of the app that names it has a syntax error',
      files: { [path]: typed, [model]: declared, 'src/app/broken.spec.ts': `${imported}const a: = (` },
      is: own,
    },
  ])('$case', ({ files, is }) => {
    expect(typeIn(files)).toEqual(is);
  });

  test('an interface outside the app, which others may use, stays as it is', () => {
    const files = { [path]: typed.replace('./model', '@shared/model'), 'libs/shared/model.ts': declared };
    expect(typeIn(files, { '@shared/model': ['libs/shared/model.ts'] })).toBeUndefined();
  });
});
