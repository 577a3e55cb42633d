import { describe, expect, it } from 'vitest';
import { reduceCompiler } from '../../scripts/lib/reduce-compiler.mjs';

/** As typescript.js is written: one function around all of its declarations, of which there are thousands. */
function compiler(...declarations: readonly string[]): string {
  const filler = Array.from({ length: 1001 }, (_, index) => `function unused${index}() {}`);
  return `var ts = {}; ((module) => {\n${[...filler, ...declarations].join('\n')}\n})({});\n`;
}

async function load(code: string): Promise<Record<string, () => unknown>> {
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, () => unknown>;
}

describe('a reduced compiler', () => {
  it('has what is wanted and all that it needs, in the order it was written', async () => {
    const code = compiler(
      'var base = 20;',
      'var Numbers; ((Numbers2) => {\nNumbers2.two = 2;\n})(Numbers || (Numbers = {}));',
      'class Adder { static zero = 0; add(a) { return a + base; } }',
      'Adder.zero = base;',
      'function parse() { return helper(); }',
      'function helper() { return new Adder().add(Numbers.two) + Adder.zero; }',
      'function other() {}',
    );
    const reduced = reduceCompiler(code, { names: new Set(['parse', 'notThere']), cut: [] });
    expect((await load(reduced))['parse']?.()).toBe(42);
    expect(reduced).not.toMatch(/unused|other|notThere/);
  });

  it('keeps a statement that runs when it loads where all it names is kept', () => {
    const code = compiler('var a = 1;', 'var b = 2;', 'if (a) { globalThis; }', 'if (a && b) { globalThis; }');
    expect(reduceCompiler(code, { names: new Set(['a']), cut: [] })).toBe(
      'var a = 1;\nif (a) { globalThis; }\nexport { a };\n',
    );
  });

  it('puts an error where it was cut, and leaves out what only the cut needed', async () => {
    const code = compiler(
      'function parse() { return check(); }',
      'function check() { return types; }',
      'var types = 1;',
    );
    const reduced = reduceCompiler(code, { names: new Set(['parse']), cut: ['check'] });
    expect(reduced).not.toContain('types');
    const { parse } = await load(reduced);
    expect(parse).toThrow('check() of TypeScript is not shipped with this tool.');
  });

  it('keeps the messages that are used, or all where the table is used as a whole', () => {
    const table =
      'function diag(code) { return code; }\nvar Diagnostics = {\n  A_used: diag(1),\n  B_unused: diag(2)\n};';
    const used = compiler(table, 'function parse() { return Diagnostics.A_used; }');
    const asWhole = compiler(table, 'function parse(name) { return Diagnostics[name]; }');
    const parse = { names: new Set(['parse']), cut: [] };
    expect(reduceCompiler(used, parse)).toMatch(/A_used: diag\(1\)/);
    expect(reduceCompiler(used, parse)).not.toMatch(/B_unused/);
    expect(reduceCompiler(asWhole, parse)).toMatch(/B_unused: diag\(2\)/);
  });

  it('stops a build when TypeScript is no longer as it was', () => {
    expect(() => reduceCompiler('function parse() {}', { names: new Set(['parse']), cut: [] })).toThrow(
      'no longer one function',
    );
    expect(() => reduceCompiler(compiler('var a = 1;'), { names: new Set(['a']), cut: ['gone'] })).toThrow('no gone');
    expect(() => reduceCompiler(compiler('var a = b;', 'var b = 1;'), { names: new Set(['a']), cut: ['b'] })).toThrow(
      'b of TypeScript is not a function any more.',
    );
  });
});
