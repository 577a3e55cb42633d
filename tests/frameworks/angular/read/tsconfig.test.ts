import { expect, test } from 'vitest';
import { readResolution } from '../../../../src/frameworks/angular/read/tsconfig.ts';
import type { Resolution } from '../../../../src/code/modules.ts';

interface Case {
  readonly case: string;
  readonly folder?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: Resolution;
}

const cases: readonly Case[] = [
  { case: 'no tsconfig', files: {}, found: { paths: {} } },
  {
    case: 'paths without baseUrl are relative to their file',
    files: { 'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}' },
    found: { paths: { '@/*': ['src/*'] } },
  },
  {
    case: 'paths with baseUrl, comments and trailing commas',
    files: { 'tsconfig.json': '{/* x */"compilerOptions":{"baseUrl":"./src","paths":{"@/*":["app/*"],},},}' },
    found: { paths: { '@/*': ['src/app/*'] }, baseUrl: 'src' },
  },
  {
    case: 'tsconfig.app.json extends tsconfig.json extends the base of the workspace',
    folder: 'apps/a',
    files: {
      'apps/a/tsconfig.app.json': '{"extends":"./tsconfig.json"}',
      'apps/a/tsconfig.json': '{"extends":"../../tsconfig.base.json"}',
      'tsconfig.base.json': '{"compilerOptions":{"paths":{"@x/y":["libs/y/src/index.ts"]}}}',
    },
    found: { paths: { '@x/y': ['libs/y/src/index.ts'] } },
  },
  {
    case: 'the nearest paths win; an inherited baseUrl stays where it was written',
    folder: 'apps/a',
    files: {
      'apps/a/tsconfig.json': '{"extends":"../../tsconfig.base","compilerOptions":{"paths":{"@a":["apps/a/src/a"]}}}',
      'tsconfig.base.json': '{"compilerOptions":{"baseUrl":".","paths":{"@x/y":["libs/y"]}}}',
    },
    found: { paths: { '@a': ['apps/a/src/a'] }, baseUrl: '.' },
  },
  {
    case: 'of several bases the last wins; packages are passed over',
    files: {
      'tsconfig.json': '{"extends":["@tsconfig/strictest","./one.json","./two.json"]}',
      'one.json': '{"compilerOptions":{"paths":{"@":["one"]}}}',
      'two.json': '{"compilerOptions":{"paths":{"@":["two"]}}}',
    },
    found: { paths: { '@': ['two'] } },
  },
  {
    case: 'a base above the package',
    files: {
      'tsconfig.json': '{"extends":"../../tsconfig.base.json"}',
      '../../tsconfig.base.json': '{"compilerOptions":{"paths":{"@x":["libs/x"]}}}',
    },
    found: { paths: { '@x': ['../../libs/x'] } },
  },
  { case: 'a circle', files: { 'tsconfig.json': '{"extends":"./tsconfig.json"}' }, found: { paths: {} } },
];

test.each(cases)('$case', ({ folder = '', files, found }) => {
  const tree = { read: (path: string) => files[path], readBytes: () => undefined, list: () => [] };
  expect(readResolution(tree, folder)).toEqual(found);
});
