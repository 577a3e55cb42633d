import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** A longer line can't be reviewed beside another one: a diff of it shows a paragraph. */
const LONGEST_LINE = 199;

/** They send the reader looking for who is meant: name the person or the thing, or say what is not there. */
const RIDDLES = /\b(ours|nobody|whoever)\b/gi;

type Rule = 'length' | 'words';

interface Problem {
  readonly path: string;
  readonly line: number;
  readonly rule: Rule;
  readonly text: string;
}

interface Exception {
  readonly path: string;
  readonly rules: readonly Rule[];
  /** The lines it is about; all of them, when it is left out. */
  readonly lines?: RegExp;
  readonly reason: string;
}

const exceptions: readonly Exception[] = [
  {
    path: 'docs/options.md',
    rules: ['length'],
    reason: 'generated from the catalog: an option is one row, with the text that the help and the schema have',
  },
  {
    path: 'docs/threat-model.md',
    rules: ['length'],
    lines: /^\| (ios|android)-\d+ \|/,
    reason: 'the ids of MASTG and the fixed words for missing evidence alone take up to 173 characters of a row',
  },
  {
    path: 'native-plugin/FORMAT.md',
    rules: ['length', 'words'],
    reason: 'frozen: implementers compare it line by line',
  },
  {
    path: 'native-plugin/README.md',
    rules: ['length', 'words'],
    reason: 'its tables of options and of the API are wider, and its text is not rewritten yet',
  },
];

/** Without what stands in code, where a word may be a name or the title of a test. Lines stay lines. */
function withoutCode(markdown: string): string {
  const blank = (code: string): string => code.replaceAll(/[^\n]/g, ' ');
  return markdown.replaceAll(/^ *```[^]*?^ *```$/gm, blank).replaceAll(/`(?:[^`\n]|\n(?!\n))+`/g, blank);
}

function problemsIn(path: string, markdown: string): Problem[] {
  const long = markdown.split('\n').flatMap((text, index): Problem[] => {
    const isLong = text.length > LONGEST_LINE;
    return isLong ? [{ path, line: index + 1, rule: 'length', text }] : [];
  });
  const riddles = withoutCode(markdown)
    .split('\n')
    .flatMap((text, index): Problem[] =>
      (text.match(RIDDLES) ?? []).map(() => ({ path, line: index + 1, rule: 'words', text })),
    );
  return [...long, ...riddles];
}

function isExcepted({ path, rule, text }: Problem, exception: Exception): boolean {
  return exception.path === path && exception.rules.includes(rule) && (exception.lines ?? /^/).test(text);
}

/** The repository's own documents; a new one counts before it is committed. */
const documents = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md', 'llms.txt'],
  {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((path) => path !== '' && existsSync(new URL(path, root)));
const found = documents.flatMap((path) => problemsIn(path, readFileSync(new URL(path, root), 'utf8')));

test('the documents are found', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'llms.txt', 'docs/ci.md', 'tests/projects/bun/README.md']),
  );
});

test('no document has a line of 200 characters, or makes the reader guess who is meant', () => {
  const problems = found.filter((problem) => !exceptions.some((exception) => isExcepted(problem, exception)));
  expect(problems.map(({ path, line, rule, text }) => `${path}:${line}: ${rule}: ${text}`)).toEqual([]);
});

test.each(exceptions.flatMap((exception) => exception.rules.map((rule) => ({ ...exception, rule }))))(
  'the exception for the $rule of $path is still needed, else it has to go',
  ({ rule, ...exception }) => {
    expect(found.some((problem) => problem.rule === rule && isExcepted(problem, exception))).toBe(true);
  },
);

describe('the check finds', () => {
  const planted = (markdown: string) => problemsIn('a.md', markdown).map(({ line, rule }) => `${line} ${rule}`);

  test.each([
    { case: 'a line of 200 characters', markdown: `Short.\n${'é'.repeat(200)}\n`, problems: ['2 length'] },
    { case: 'no line of 199', markdown: `${'é'.repeat(199)}\n`, problems: [] },
    { case: 'a long row', markdown: `| a |\n|---|\n| ${'b'.repeat(200)} |\n`, problems: ['3 length'] },
    { case: 'a long line of code', markdown: `\`\`\`sh\n${'c'.repeat(200)}\n\`\`\`\n`, problems: ['2 length'] },
    {
      case: 'each word, in any case',
      markdown: 'Nobody asks\nwhoever\nfixed OURS.\n',
      problems: ['1 words', '2 words', '3 words'],
    },
    { case: 'a word behind code', markdown: '```ts\na\n```\n`b` is nobody’s `c`.\n', problems: ['4 words'] },
    { case: 'no word in code', markdown: '`ours: a\ntitle` of\n\n```ts\nnobody\n```\n', problems: [] },
    { case: 'no word that is part of another', markdown: 'hours, yours, everybody\n', problems: [] },
  ])('$case', ({ markdown, problems }) => {
    expect(planted(markdown)).toEqual(problems);
  });

  test('a problem outside the lines of an exception', () => {
    const [web] = problemsIn('docs/threat-model.md', `| web-1 | ${'d'.repeat(200)} |`);
    const [ios] = problemsIn('docs/threat-model.md', `| ios-1 | ${'d'.repeat(200)} |`);
    const excepted = [web, ios].map(
      (problem) => problem && exceptions.some((exception) => isExcepted(problem, exception)),
    );
    expect(excepted).toEqual([false, true]);
  });
});
