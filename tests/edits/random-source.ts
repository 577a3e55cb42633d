import fc from 'fast-check';

/** How a random file is written. */
export interface Style {
  readonly eol: '\n' | '\r\n';
  readonly bom: string;
  readonly indent: string;
  readonly quote: "'" | '"';
  readonly semi: '' | ';';
  readonly comma: '' | ',';
  readonly pad: '' | ' ';
  readonly end: string;
}

export const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n' as const, '\r\n' as const),
  bom: fc.constantFrom('', '\uFEFF'),
  indent: fc.constantFrom('  ', '    ', '\t', '   '),
  quote: fc.constantFrom("'" as const, '"' as const),
  semi: fc.constantFrom('' as const, ';' as const),
  comma: fc.constantFrom('' as const, ',' as const),
  pad: fc.constantFrom('' as const, ' ' as const),
  end: fc.constantFrom('', '\n', '\n\n'),
});

const comment = fc.constantFrom('', '', '', ' // why', ' /* why */', ' // a, b] }', ' /* { [ */ // two');
const between = fc.constantFrom('', '', '', "// { path: 'login' },", '/* a block */', '/* over\n   lines */', '\n');

/** A list as people write them: on one line or on several, with comments wherever they fit. */
export function list(brackets: '[]' | '{}', item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entries = fc.array(fc.record({ item, comment, between }), { maxLength: 4 });
  return fc
    .record({
      entries,
      layout: fc.constantFrom('one-line', 'padded', 'lines', 'hugging'),
      final: fc.boolean(),
      inside: between,
    })
    .map(({ entries: all, layout, final, inside }) => {
      const [open = '', close = ''] = brackets;
      const items = all.map((one) => one.item);
      if (layout === 'one-line') return open + items.join(', ') + close;
      if (layout === 'padded') return items.length === 0 ? `${open} ${close}` : `${open} ${items.join(', ')} ${close}`;
      if (layout === 'hugging' && items.length > 0) return `${open}${items.join(',\n›')}\n${close}`;
      const lines = all.map((one, i) => {
        const comma = i < all.length - 1 || final ? ',' : '';
        return `${one.between === '' ? '' : `›${one.between}\n`}›${one.item}${comma}${one.comment}\n`;
      });
      return `${open}\n${lines.join('')}${inside === '' ? '' : `›${inside}\n`}${close}`;
    });
}

/** Spells code written with `'`, `;`, `{ `, LF and `›` for a level of indentation in a style. */
export function spell(code: string, { eol, bom, indent, quote, semi, pad, end }: Style): string {
  const text = code
    .replaceAll('›', indent)
    .replaceAll("'", quote)
    .replaceAll(/;$/gm, semi)
    .replaceAll(/^import \{ (.*) \}/gm, `import {${pad}$1${pad}}`);
  return bom + (text + end).replaceAll('\n', eol);
}

export const header = fc.constantFrom(
  '',
  '// A file.\n',
  '/*! licence */\n\n',
  "/// <reference types='node' />\n",
  "'use strict';\n",
  "import { Routes } from '@angular/router';\n",
  "import { Routes } from '@angular/router'; // eslint-disable-line\n\n",
  "import type { Routes } from '@angular/router';\nimport * as http from './http';\nimport './polyfills';\n",
  "import thing, { other } from './thing';\nimport {\n›a,\n›b,\n} from 'a';\n",
);
