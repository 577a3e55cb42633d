import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import type * as tsMorph from 'ts-morph';
import type { Node } from 'ts-morph';
import { Node as Shipped, createWrappedNode, ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/sample-app.mjs';
import { shippedTsMorph } from './shipped-ts-morph.ts';

type TsMorph = Pick<typeof tsMorph, 'createWrappedNode' | 'ts'>;

const shipped: TsMorph = { createWrappedNode, ts };
/** The package, whole. */
const whole = createRequire(import.meta.url)('ts-morph') as typeof tsMorph;

/** Everything the reader can tell about a text: nodes with their places, kinds and tokens, and syntax errors. */
function read({ createWrappedNode: wrap, ts: compiler }: TsMorph, text: string): string {
  const tree = compiler.createSourceFile('/a.ts', text, compiler.ScriptTarget.ESNext, true);
  const { parseDiagnostics } = tree as typeof tree & { parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  const problems = parseDiagnostics.map(
    ({ start, code, messageText }) => `${start} ${code} ${compiler.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
  return [...wrap(tree).getDescendants().map(describeNode), ...problems].join('\n');
}

function describeNode(node: Node): string {
  const comments = [...node.getLeadingCommentRanges(), ...node.getTrailingCommentRanges()].map((one) => one.getText());
  return `${node.getKindName()} ${node.getStart()} ${node.getEnd()} ${node.getChildCount()} ${comments.join('|')}`;
}

/** Sources of this repository: about 300 files of every shape that TypeScript has in one. */
function sources(): string[] {
  return ['src', 'scripts', 'native-plugin/src', 'examples/ionic-angular/src', 'tests/edits'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[cm]?[jt]s$/.test(path) && !path.includes('node_modules'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
}

describe('ts-morph as it is shipped', () => {
  it('is what these tests run on', () => {
    expect(Shipped).not.toBe(whole.Node);
    expect(readFileSync(shippedTsMorph).length).toBeLessThan(1.5 * 1024 * 1024);
  });

  it('reads a file as the whole package does', { timeout: 240_000 }, () => {
    const texts = sources();
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) expect(read(shipped, text)).toBe(read(whole, text));
  });

  it('finds the same errors in a file that is cut off or has a word too much anywhere', { timeout: 240_000 }, () => {
    const text = readFileSync(join(root, 'examples/ionic-angular/src/app/app.routes.ts'), 'utf8');
    const words = ['class', '}', '@', '`', '<a>', '/*', 'import type', '= 0x', '#!', 'enum {', "'", '?.', 'await'];
    const broken = fc
      .tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom(...words))
      .map(([at, skipped, word]) => `${text.slice(0, at)}${word}${text.slice(at + skipped)}`);
    fc.assert(
      fc.property(broken, (one) => {
        expect(read(shipped, one)).toBe(read(whole, one));
      }),
      { numRuns: 300 },
    );
  });

  it('says what is not in it', () => {
    const tree = ts.createSourceFile('/a.ts', 'let a = 1;', ts.ScriptTarget.ESNext, true);
    expect(() => ts.createProgram([], {})).toThrow('createProgram() of TypeScript is not shipped with this tool.');
    expect(() => createWrappedNode(tree).print()).toThrow('createPrinter() of TypeScript is not shipped');
  });
});
