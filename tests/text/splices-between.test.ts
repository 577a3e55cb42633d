import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { unsplice } from '../../src/text/unsplice.ts';
import type { Splice } from '../../src/model/splice.ts';

/** What {@link splicesBetween} means: applied to `before`, the splices give `after`. */
function apply(before: string, splices: readonly Splice[]): string {
  let result = '';
  let from = 0;
  let grown = 0;
  for (const { at, insert, remove } of splices) {
    const start = at - grown;
    expect(before.slice(start, start + remove.length)).toBe(remove);
    result += before.slice(from, start) + insert;
    from = start + remove.length;
    grown += insert.length - remove.length;
  }
  return result + before.slice(from);
}

const line = fc.constantFrom('a,', 'b', '{', '}', '', "import { a } from 'a';", '  provideRouter(routes),', '  ],');
const source = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
const insertions = fc.array(fc.tuple(fc.nat(200), fc.constantFrom(',', ' x', '\n  new,', "import { b } from 'b';\n")), {
  maxLength: 4,
});

function insertAll(before: string, inserts: readonly (readonly [number, string])[]): string {
  return inserts.reduce((text, [at, insert]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + insert + text.slice(position);
  }, before);
}

describe('splicesBetween', () => {
  test('an insertion inside a line is only that insertion', () => {
    const splices = splicesBetween("import { a } from 'x';\n", "import { a, b } from 'x';\n");
    expect(splices).toEqual([{ at: 10, insert: ', b', remove: '', left: 'import { a', right: " } from 'x';\n" }]);
  });

  test('routes in front of one that is written alike are one insertion, whole', () => {
    const route = (path: string) => `{ path: '${path}', component: UserPage }`;
    const before = `const routes = [${route(':id')}, ${route('home')}, ${route(':id')}];\n`;
    const [ours, own] = [[route('login'), route('unlock')], [':id', 'home', ':id'].map(route)];
    const after = `const routes = [\n${[...ours, ...own].map((one) => `  ${one},\n`).join('')}];\n`;
    const inserts = splicesBetween(before, after).map(({ insert }) => insert);
    expect(inserts).toEqual([`\n  ${ours.join(',\n  ')},\n  `, '\n ', '\n ', ',\n']);
  });

  test('equal texts have none', () => {
    expect(splicesBetween('a\n', 'a\n')).toEqual([]);
  });

  test('property: they lead from before to after, and back', () => {
    fc.assert(
      fc.property(source, source, (before, after) => {
        const splices = splicesBetween(before, after);
        expect(apply(before, splices)).toBe(after);
        expect(unsplice(after, splices)).toMatchObject({ text: before, lost: [] });
      }),
    );
  });

  test('property: where something was only inserted, nothing is removed', () => {
    fc.assert(
      fc.property(source, insertions, (before, inserts) => {
        const after = insertAll(before, inserts);
        const splices = splicesBetween(before, after);
        expect(splices.every(({ remove }) => remove === '')).toBe(true);
        expect(unsplice(after, splices)).toMatchObject({ text: before, lost: [] });
      }),
    );
  });
});

describe('unsplice in a file changed since', () => {
  const before = 'const a = [\n  first()\n];\n';
  const after = 'const a = [\n  first(),\n  ours(withSomething()),\n];\n'.replace(',\n];', '\n];');
  const splices = splicesBetween(before, after);

  test('lines added in front move the splices', () => {
    expect(unsplice(`// new\n\n${after}`, splices)).toMatchObject({ text: `// new\n\n${before}`, lost: [] });
  });

  test('an item added behind ours keeps its own comma', () => {
    const changed = after.replace('ours(withSomething())', 'ours(withSomething()),\n  theirs()');
    expect(unsplice(changed, splices).text).toBe('const a = [\n  first(),\n  theirs()\n];\n');
  });

  test('what was edited inside is left alone and listed', () => {
    const changed = after.replace('withSomething()', 'withAnother()');
    const { text, lost } = unsplice(changed, splices);
    expect(text).toBe(changed);
    expect(lost).toEqual(splices);
  });

  test('what is there twice is left alone and listed', () => {
    const twice = after.replaceAll('a', 'b') + after + after;
    const { text, lost } = unsplice(twice, splices);
    expect(text).toBe(twice);
    expect(lost).toEqual(splices);
  });
});
