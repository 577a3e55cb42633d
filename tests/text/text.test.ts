import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, digest, encode, encodeLike, encodingOf } from '../../src/text/text.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b;', '\n', '\r\n', '  ', 'é'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('encoding', () => {
  test.each([
    { case: 'LF', text: 'a\nb\n', expected: { bom: false, eol: '\n' } },
    { case: 'CRLF', text: 'a\r\nb\r\n', expected: { bom: false, eol: '\r\n' } },
    { case: 'BOM', text: '\uFEFFa\n', expected: { bom: true, eol: '\n' } },
    { case: 'mixed, mostly CRLF', text: 'a\r\nb\r\nc\n', expected: { bom: false, eol: '\r\n' } },
    { case: 'one line', text: 'a', expected: { bom: false, eol: '\n' } },
  ])('$case', ({ text, expected }) => {
    expect(encodingOf(text)).toEqual(expected);
  });

  test('a checkout with other line endings has the same digest', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lf = canonical(text);
        return digest(encode(lf, { bom: true, eol: '\r\n' })) === digest(lf);
      }),
    );
    expect(digest('a\r\n')).toBe(digest('a\n'));
  });
});

describe('encodeLike', () => {
  test('lines that are not touched keep their own ending, also in a mixed file', () => {
    const source = '\uFEFFone\r\ntwo\nthree\r\n';
    const after = 'one\nnew\ntwo\nthree\n';
    expect(encodeLike(source, splicesBetween(canonical(source), after))).toBe('\uFEFFone\r\nnew\r\ntwo\nthree\r\n');
  });

  test('without the inserted text the bytes are those of before', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom('x', 'line\n', '\n  y'), (source, seed, inserted) => {
        const disk = canonical(source);
        const at = seed % (disk.length + 1);
        const result = encodeLike(source, [{ at, insert: inserted, remove: '' }]);
        expect(canonical(result)).toBe(disk.slice(0, at) + inserted + disk.slice(at));
        expect(result.length - source.length).toBe(
          encodingOf(source).eol === '\n' ? inserted.length : inserted.replaceAll('\n', '\r\n').length,
        );
      }),
    );
  });
});
