import { describe, expect, test } from 'vitest';
import { markerLine, mergeTexts } from '../../src/diff/merge.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

describe('two people’s changes in one text', () => {
  test.each([
    { case: 'nobody changed anything', mine: base, theirs: base, merged: base },
    { case: 'only the user did', mine: base.replace('two', 'TWO'), theirs: base, merged: base.replace('two', 'TWO') },
    { case: 'only the run did', mine: base, theirs: base.replace('two', 'TWO'), merged: base.replace('two', 'TWO') },
    {
      case: 'both did, in different places',
      mine: base.replace('one', 'ONE'),
      theirs: base.replace('five', 'FIVE'),
      merged: base.replace('one', 'ONE').replace('five', 'FIVE'),
    },
    {
      case: 'both did the same',
      mine: base.replace('two', 'TWO'),
      theirs: base.replace('two', 'TWO'),
      merged: base.replace('two', 'TWO'),
    },
    {
      case: 'both did the same in one place, and more in others',
      mine: base.replace('two', 'TWO').replace('five', 'FIVE'),
      theirs: base.replace('two', 'TWO').replace('four\n', ''),
      merged: undefined,
    },
    {
      case: 'one added lines in front of what the other changed',
      mine: base.replace('two', 'zero\ntwo'),
      theirs: base.replace('two', 'TWO'),
      merged: base.replace('two', 'zero\nTWO'),
    },
    {
      case: 'one added lines behind what the other changed',
      mine: base.replace('two', 'TWO'),
      theirs: base.replace('two', 'two\nmore'),
      merged: base.replace('two', 'TWO\nmore'),
    },
    {
      case: 'one added lines in front of what the other took out',
      mine: base.replace('two', 'zero\ntwo'),
      theirs: base.replace('two\n', ''),
      merged: base.replace('two', 'zero'),
    },
    {
      case: 'one added lines in the middle of what the other changed',
      mine: base.replace('two', 'two\nmore'),
      theirs: base.replace('two\nthree', 'TWO\nTHREE'),
      merged: undefined,
    },
    {
      case: 'one changed a line, and added one behind what the other changed',
      mine: base.replace('two\nthree', 'TWO\nthree\nmore'),
      theirs: base.replace('two\nthree', '2\n3'),
      merged: undefined,
    },
    {
      case: 'both added lines in one place: nobody knows which come first',
      mine: base.replace('two', 'two\nmine'),
      theirs: base.replace('two', 'two\ntheirs'),
      merged: undefined,
    },
    {
      case: 'the same line, differently',
      mine: base.replace('two', 'A'),
      theirs: base.replace('two', 'B'),
      merged: undefined,
    },
    {
      case: 'one took out what the other changed',
      mine: base.replace('two\n', ''),
      theirs: base.replace('two', 'B'),
      merged: undefined,
    },
  ])('$case', ({ mine, theirs, merged }) => {
    expect(mergeTexts({ mine, base, theirs }, 'abort')).toBe(merged);
  });

  test('without a base everything that differs is a clash, and nothing that is equal', () => {
    expect(mergeTexts({ mine: base, base: undefined, theirs: base }, 'abort')).toBe(base);
    expect(mergeTexts({ mine: base, base: undefined, theirs: `${base}six\n` }, 'abort')).toBeUndefined();
  });
});

describe('a clash that somebody decided', () => {
  const mine = 'zero\none\nA\nthree\nfour\nfive\n';
  const theirs = 'one\nB\nthree\nfour\nfive\nsix\n';

  test.each([
    { onConflict: 'keep', merged: 'zero\none\nA\nthree\nfour\nfive\nsix\n' },
    { onConflict: 'theirs', merged: 'zero\none\nB\nthree\nfour\nfive\nsix\n' },
    {
      onConflict: 'markers',
      merged: 'zero\none\n<<<<<<< yours\nA\n=======\nB\n>>>>>>> create-identity-vault\nthree\nfour\nfive\nsix\n',
    },
  ] as const)('$onConflict: only the lines that clash, all others are merged', ({ onConflict, merged }) => {
    expect(mergeTexts({ mine, base, theirs }, onConflict)).toBe(merged);
  });

  test.each([
    { onConflict: 'keep', merged: 'a\n' },
    { onConflict: 'theirs', merged: 'b\n' },
    { onConflict: 'markers', merged: '<<<<<<< yours\na\n\n=======\nb\n\n>>>>>>> create-identity-vault' },
  ] as const)('$onConflict without a base: the whole text', ({ onConflict, merged }) => {
    expect(mergeTexts({ mine: 'a\n', base: undefined, theirs: 'b\n' }, onConflict)).toBe(merged);
  });
});

test.each([
  { case: 'none', text: 'a\nb\n', line: undefined },
  { case: 'the first line', text: '<<<<<<< yours\n', line: 1 },
  { case: 'the first of two', text: 'a\n<<<<<<< yours\nb\n<<<<<<< HEAD\n', line: 2 },
  { case: 'within a line is none', text: 'const a = "<<<<<<< yours";\n', line: undefined },
  { case: 'a row of signs without a name is none', text: '<<<<<<<\n', line: undefined },
])('where the first marker is: $case', ({ text, line }) => {
  expect(markerLine(text)).toBe(line);
});
