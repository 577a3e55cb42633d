import { expect, test } from 'vitest';
import { reservedNames } from '../../src/frameworks/angular/reserved-names.ts';
import { combinations, renderFiles } from './angular-renderings.ts';

/** Names that options give, in the form they have when they are that of a class, too. */
const given = new Set([
  'GivenService',
  'GivenSession',
  'givenInterceptor',
  'GivenInterceptor',
  'givenGuard',
  'GivenGuard',
]);

test('names that the generated code uses can’t be given to it', () => {
  const names = {
    serviceName: 'GivenService',
    sessionName: 'GivenSession',
    interceptorName: 'givenInterceptor',
    guardName: 'givenGuard',
  };
  const files = combinations.flatMap(({ options, versions }) => renderFiles({ ...options, ...names }, versions));
  const texts = new Set(files.filter(({ path }) => path.endsWith('.ts')).map(({ text }) => text));
  const used = new Set([...texts].flatMap(namesIn));
  const free = [...used].filter((name) => /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !reservedNames.has(name));

  expect(texts.size).toBeGreaterThan(30);
  expect(used.size).toBeGreaterThan(100);
  expect(
    free.filter((name) => !given.has(name) && name !== 'isGivenSession').sort(),
    'missing in src/frameworks/angular/reserved-names.ts',
  ).toEqual([]);
});

/** Names that a file imports or declares; constants inside functions only where they could hide the name of an option. */
function namesIn(source: string): string[] {
  const imported = [...source.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(','),
  );
  const declarations = /^(?:export )?(?:abstract )?(?:class|const|function|interface|type) (\w+)[\s(:<=]/gm;
  const constants = /[gG]iven(?:Guard|Interceptor)/.test(source) ? [...source.matchAll(/^ +const (\w+)/gm)] : [];
  const declared = [...source.matchAll(declarations), ...constants].map(([, name = '']) => name);
  return [...imported.map((name) => name.trim().replace(/^type /, '')), ...declared].filter((name) => name !== '');
}
