import { describe, expect, test } from 'vitest';
import { parseErrors } from '../../src/verify/parse-errors.ts';

const place = { root: '/work/app', folder: '/work/app' };
const parse = (output: string, where: Partial<typeof place> = {}) => parseErrors(output, { ...place, ...where });

/** As TypeScript prints in colours, also where nobody looks on. */
const pretty = (path: string, code: string, message: string): string =>
  `\u001b[96m${path}\u001b[0m:\u001b[93m3\u001b[0m:\u001b[93m14\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m ${code}: \u001b[0m${message}\n\n\u001b[7m3\u001b[0m const a: number = 'b';\n\u001b[7m \u001b[0m \u001b[91m      ~\u001b[0m\n`;

const found = {
  path: 'src/a.ts',
  line: 3,
  column: 14,
  code: 'TS2322',
  message: 'Wrong.',
  source: "const a: number = 'b';",
};

describe('one error', () => {
  test.each<{ readonly how: string; readonly output: string; readonly expected: object }>([
    { how: 'in colours', output: pretty('src/a.ts', 'TS2322', 'Wrong.'), expected: found },
    { how: 'with CRLF', output: pretty('src/a.ts', 'TS2322', 'Wrong.').replaceAll('\n', '\r\n'), expected: found },
    { how: 'with backslashes', output: pretty('src\\a.ts', 'TS2322', 'Wrong.'), expected: found },
    {
      how: 'of a template',
      output: pretty('src/a.html', 'NG8001', 'Wrong.'),
      expected: { ...found, path: 'src/a.html', code: 'NG8001' },
    },
    {
      how: 'whose code was not spelt for people',
      output: pretty('src/a.ts', 'TS-998001', 'Wrong.'),
      expected: { ...found, code: 'NG8001' },
    },
    { how: 'with an absolute path', output: pretty('/work/app/src/a.ts', 'TS2322', 'Wrong.'), expected: found },
    {
      how: 'in a folder with a blank',
      output: pretty('src/my app/a.ts', 'TS2322', 'Wrong.'),
      expected: { ...found, path: 'src/my app/a.ts' },
    },
    {
      how: 'in plain form',
      output: 'src/a.ts(3,14): error TS2322: Wrong.\n',
      expected: { ...found, source: '' },
    },
    {
      how: 'without a file',
      output: 'error TS18003: No inputs were found.\n',
      expected: { code: 'TS18003', message: 'No inputs were found.', source: '' },
    },
    {
      how: 'with a reason on more lines',
      output: "src/a.ts(3,14): error TS2322: Wrong.\n  Types of 'b' differ.\n    One is a string.\n",
      expected: { ...found, message: "Wrong.\n  Types of 'b' differ.\n    One is a string.", source: '' },
    },
    {
      how: 'with a list of what to do',
      output: pretty('src/a.ts', 'NG8001', 'Not known:\n1. If it is a component, import it.\n2. Else say so.'),
      expected: {
        ...found,
        code: 'NG8001',
        message: 'Not known:\n1. If it is a component, import it.\n2. Else say so.',
      },
    },
  ])('$how', ({ output, expected }) => {
    expect(parse(output)).toEqual([expected]);
  });

  test('on Windows, of another drive than the tsconfig says it', () => {
    const windows = { root: 'C:\\work\\app', folder: 'C:\\work\\app' };
    expect(parse(pretty('c:/work/app/src/a.ts', 'TS2322', 'Wrong.'), windows)).toEqual([found]);
    expect(parse(pretty('src\\a.ts', 'TS2322', 'Wrong.'), windows)).toEqual([found]);
  });

  test('where the tsconfig is in a folder below the root, or the file is above it', () => {
    const below = { folder: '/work/app/apps/mobile' };
    expect(parse(pretty('src/a.ts', 'TS2322', 'Wrong.'), below)).toMatchObject([{ path: 'apps/mobile/src/a.ts' }]);
    expect(parse(pretty('../../libs/a.ts', 'TS2322', 'Wrong.'), below)).toMatchObject([{ path: 'libs/a.ts' }]);
  });
});

test('several, with what belongs to them and the sum at the end', () => {
  const related =
    '\n  \u001b[96msrc/b.ts\u001b[0m:\u001b[93m1\u001b[0m:\u001b[93m2\u001b[0m\n    \u001b[7m1\u001b[0m b: number;\n    It is declared here.\n';
  const sum = '\n\nFound 2 errors in 2 files.\n\nErrors  Files\n     1  src/a.ts:3\n     1  src/c.ts:3\n';
  const output = `${pretty('src/a.ts', 'TS2322', 'Wrong.')}${related}\n${pretty('src/c.ts', 'TS2322', 'Wrong.')}${sum}`;
  expect(parse(output)).toEqual([found, { ...found, path: 'src/c.ts' }]);
});

test('a line of the source that looks like an error is none', () => {
  const output = `${pretty('src/a.ts', 'TS2322', 'Wrong.')}\u001b[7m4\u001b[0m src/b.ts:1:1 - error TS1: in a comment\n`;
  expect(parse(output)).toEqual([found]);
});

test('warnings and other lines are none', () => {
  expect(parse('src/a.ts:3:14 - warning NG8113: Not used.\n\nCompiled.\n')).toEqual([]);
});
