import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextOutput } from '../../src/code/text-output.ts';
import type { Splice } from '../../src/model/splice.ts';
import { applySplices, composeSplices, invertSplices, wholeLines, withContext } from '../../src/text/splices.ts';
import { unsplice } from '../../src/text/unsplice.ts';

const piece = fc.constantFrom('a', ',', '\n', 'b\n', '  ', '{}', 'import x;\n');
const text = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));

interface Step {
  readonly before: string;
  readonly after: string;
  readonly splices: readonly Splice[];
}

/** Some edits of a text: what an edit inserts, and now and then replaces. */
function stepFrom(before: string): fc.Arbitrary<Step> {
  const edit = fc.record({ at: fc.nat(before.length), length: fc.constantFrom(0, 0, 0, 1, 3), insert: piece });
  return fc.array(edit, { maxLength: 5 }).map((edits) => {
    const output = new TextOutput(before);
    let free = 0;
    for (const { at, length, insert } of edits.toSorted((one, other) => one.at - other.at)) {
      if (at < free) continue;
      free = Math.min(before.length, at + length);
      if (free === at) output.insert(at, insert);
      else output.replace(at, free, insert);
    }
    return { before, after: output.text, splices: output.splices };
  });
}

const twoSteps = text.chain(stepFrom).chain((first) => stepFrom(first.after).map((second) => [first, second] as const));

describe('splices', () => {
  test('property: they lead from one text to the next, and back', () => {
    fc.assert(
      fc.property(text.chain(stepFrom), ({ before, after, splices }) => {
        expect(applySplices(before, splices)).toBe(after);
        expect(applySplices(after, invertSplices(splices))).toBe(before);
      }),
    );
  });

  test('property: two steps as one lead from the first text to the last, and back', () => {
    fc.assert(
      fc.property(twoSteps, ([first, second]) => {
        const both = composeSplices(first.splices, second.splices);
        expect(applySplices(first.before, both)).toBe(second.after);
        expect(applySplices(second.after, invertSplices(both))).toBe(first.before);
      }),
      { numRuns: 500 },
    );
  });

  test('property: insertions only stay insertions only', () => {
    const inserted = ({ splices }: Step) => splices.every(({ remove }) => remove === '');
    fc.assert(
      fc.property(twoSteps, ([first, second]) => {
        fc.pre(inserted(first) && inserted(second));
        expect(composeSplices(first.splices, second.splices).filter(({ remove }) => remove !== '')).toEqual([]);
      }),
    );
  });

  test('property: with what stands around them they are found in their own text', () => {
    fc.assert(
      fc.property(text.chain(stepFrom), ({ before, after, splices }) => {
        expect(unsplice(after, withContext(splices, after))).toMatchObject({ text: before, lost: [] });
      }),
    );
  });

  test('what one step inserts and the next takes out again is not there', () => {
    const first = [{ at: 1, insert: 'xyz', remove: '' }];
    const second = [{ at: 1, insert: '', remove: 'xyz' }];
    expect(composeSplices(first, second)).toEqual([]);
  });

  test('what is inserted inside an insertion is part of it', () => {
    const first = [{ at: 1, insert: '[]', remove: '' }];
    const second = [{ at: 2, insert: 'new', remove: '' }];
    expect(composeSplices(first, second)).toEqual([{ at: 1, insert: '[new]', remove: '' }]);
  });
});

describe('whole lines', () => {
  test.each([
    {
      case: 'a line in front of the end of another',
      splices: [{ at: 1, insert: '\nnew', remove: '' }],
      after: 'a\nnew\nb',
      whole: [{ at: 2, insert: 'new\n', remove: '' }],
    },
    {
      case: 'a line at the end of the text',
      splices: [{ at: 1, insert: '\nnew', remove: '' }],
      after: 'a\nnew',
      whole: [{ at: 1, insert: '\nnew', remove: '' }],
    },
    {
      case: 'a replacement',
      splices: [{ at: 1, insert: '\nnew', remove: 'x' }],
      after: 'a\nnew\nb',
      whole: [{ at: 1, insert: '\nnew', remove: 'x' }],
    },
  ])('$case', ({ splices, after, whole }) => {
    expect(wholeLines(splices, after)).toEqual(whole);
  });
});
