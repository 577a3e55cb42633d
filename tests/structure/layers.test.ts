import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { layerOf, layers, stages, tableProblems } from '../../eslint.layers.mjs';
import { sourceTexts } from './source-texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The repository's own configuration; what needs the types of the whole program is left out.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'],
});

/** The rule and the line of everything that is wrong with a text at that path. */
async function problemsAt(
  path: string,
  text: string,
): Promise<{ rule: string | null; line: number; message: string }[]> {
  const [result] = await eslint.lintText(text, { filePath: posix.join(root, path) });
  return result!.messages.map(({ ruleId, line, message }) => ({ rule: ruleId, line, message }));
}

/** The lines of a text that the rule of layers refuses at that path. */
async function refusedAt(path: string, lines: readonly string[]): Promise<string[]> {
  const problems = await problemsAt(path, lines.join('\n'));
  const refused = problems.filter(({ rule }) => rule === 'layers/imports').map(({ line }) => lines[line - 1]!);
  return [...new Set(refused)];
}

/** A file of a layer that isn't there; of the frameworks, Angular's. */
function fileIn(at: string): string {
  const place = at.replace('*', 'angular');
  return place.endsWith('.ts') ? place : `${place}/planted.ts`;
}

const toFile = (from: string, to: string): string => {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};

const asValue = (name: string) => `import { planted } from '${name}';`;
const asType = (name: string) => `import type { Planted } from '${name}';`;
const asLazy = (name: string) => `export const load = async () => import('${name}');`;
const inEveryForm = (name: string): string[] => [
  asValue(name),
  asType(name),
  asLazy(name),
  `export { planted } from '${name}';`,
  `export * from '${name}';`,
  `export type Planted = import('${name}').Planted;`,
];

describe('each layer imports what the table says', () => {
  test.each(layers)('$at', async ({ at, imports = [] }) => {
    const from = fileIn(at);
    const allowed = layers.filter((other) => other.at === at || imports.includes(other.at));
    const forbidden = layers.filter((other) => !allowed.includes(other));
    const linesFor = (some: typeof layers) => some.flatMap((other) => inEveryForm(toFile(from, fileIn(other.at))));
    expect(forbidden).not.toEqual([]);
    expect(await refusedAt(from, linesFor(forbidden))).toEqual(linesFor(forbidden));
    expect(await refusedAt(from, linesFor(allowed))).toEqual([]);
  });

  test.each(layers.filter(({ at }) => !at.endsWith('.ts')))('$at, from a folder inside it', async ({ at }) => {
    const from = `${posix.dirname(fileIn(at))}/deep/planted.ts`;
    const upwards = asType(toFile(from, 'src/run.ts'));
    const isAllowed = at === 'bin';
    // A new folder directly in frameworks/ is a framework.
    expect(await refusedAt(from, [upwards])).toEqual(isAllowed ? [] : [upwards]);
  });
});

describe('what only some folders may import', () => {
  test.each([
    { name: 'ts-morph', only: ['src/code', 'src/frameworks/*/read', 'src/frameworks/*/edits'] },
    { name: 'node:fs', only: ['src/inspect', 'src/apply'] },
    { name: 'node:fs/promises', only: ['src/inspect', 'src/apply'] },
    { name: 'fs', only: [] },
    { name: '@inquirer/prompts', only: ['src/resolve/prompt'] },
    { name: '@inquirer/core', only: [] },
    { name: 'execa', only: ['src/inspect', 'src/resolve/prompt', 'src/apply', 'src/verify'] },
    { name: 'node:child_process', only: [] },
    { name: 'commander', only: ['src/cli', 'src/report'] },
    { name: 'ejs', only: ['src/render'] },
    { name: 'virtual:templates', only: ['src/render', 'src/frameworks/*'] },
    { name: 'yaml', only: ['src/inspect'] },
    { name: 'never-heard-of', only: [] },
  ])('$name: $only', async ({ name, only }: { readonly name: string; readonly only: readonly string[] }) => {
    const allowing: string[] = [];
    for (const { at } of layers) {
      const refused = await refusedAt(fileIn(at), inEveryForm(name));
      expect([[], inEveryForm(name)]).toContainEqual(refused);
      if (refused.length === 0) allowing.push(at);
    }
    expect(allowing.sort()).toEqual([...only].sort());
  });

  test('console: only the reports and bin', async () => {
    const allowing: string[] = [];
    for (const { at } of layers) {
      const rules = (await problemsAt(fileIn(at), `console.log('planted');`)).map(({ rule }) => rule);
      if (!rules.includes('no-console')) allowing.push(at);
    }
    expect(allowing).toEqual(['src/report', 'bin']);
  });
});

describe('the stages', () => {
  test('are those of the design, in its order', () => {
    const names = ['inspect', 'resolve', 'plan', 'render', 'diff', 'apply', 'report'];
    expect(stages).toEqual(names.map((name) => `src/${name}`));
  });

  const pairs = stages.flatMap((from, index) => stages.slice(index + 1).map((to) => ({ from, to })));

  test.each(pairs)('$from imports no $to', async ({ from, to }) => {
    const line = asType(toFile(fileIn(from), fileIn(to)));
    const problems = await problemsAt(fileIn(from), line);
    const message = `${from} may not import ${to}, a later stage: data goes one way.`;
    expect(problems).toContainEqual({ rule: 'layers/imports', line: 1, message });
  });

  test.each([
    'model',
    'text',
    'state',
    'packages',
    'options',
    'code',
    'edits',
    'platforms',
    'formatter',
    'frameworks',
    'cli',
  ])('%s imports none', async (name) => {
    const from = `src/${name}/planted.ts`;
    const lines = stages.map((stage) => asType(toFile(from, fileIn(stage))));
    expect(await refusedAt(from, lines)).toEqual(lines);
  });
});

describe('frameworks', () => {
  const seam = ['framework.ts', 'refusal.ts'].map((name) => `../${name}`);

  test.each(['x.ts', 'read/x.ts', 'edits/x.ts'])('one imports nothing of another: %s', async (file) => {
    const from = `src/frameworks/angular/${file}`;
    const lines = ['other.ts', 'read/x.ts', 'edits/x.ts'].map((to) =>
      asType(toFile(from, `src/frameworks/other/${to}`)),
    );
    expect(await refusedAt(from, lines)).toEqual(lines);
  });

  test('a new one is a folder: it needs no entry', async () => {
    expect(await refusedAt('src/frameworks/other/other.ts', seam.map(asType))).toEqual([]);
    expect(await refusedAt('src/frameworks/other/other.ts', [asType('./read/x.ts'), asType('./facts.ts')])).toEqual([]);
    expect(await refusedAt('src/frameworks/other/read/x.ts', [asType('ts-morph')])).toEqual([]);
  });

  test('knows nothing of the registry', async () => {
    const lines = ['frameworks.ts', 'find-framework.ts'].map((name) => asType(`../${name}`));
    expect(await refusedAt('src/frameworks/angular/angular.ts', lines)).toEqual(lines);
  });
});

describe('the table', () => {
  test('has an entry for each file of the tool', () => {
    const files = [...sourceTexts('src'), ...sourceTexts('bin')];
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter(({ path }) => layerOf(path) === undefined)).toEqual([]);
  });

  test('and an entry is for something that is there', () => {
    const files = [...sourceTexts('src'), ...sourceTexts('bin')];
    const used = new Set(files.map(({ path }) => layerOf(path)));
    expect(layers.filter((layer) => !used.has(layer))).toEqual([]);
  });

  test.each(['src/fresh/planted.ts', 'src/fresh/deep/planted.ts', 'src/planted.ts'])(
    'a file without an entry fails, whatever it imports: %s',
    async (path) => {
      const folder = posix.dirname(path);
      const message = `${folder} has no entry in eslint.layers.mjs: say what it may import.`;
      expect(await problemsAt(path, 'export const planted = 1;')).toEqual([
        { rule: 'layers/imports', line: 1, message },
      ]);
    },
  );

  test('what has no entry can’t be imported', async () => {
    const line = asType('../fresh/planted.ts');
    expect(await refusedAt('src/commands/planted.ts', [line])).toEqual([line]);
  });

  test('a layer imports only layers before it, and a stage no later one', () => {
    expect(tableProblems()).toEqual([]);
    expect(
      tableProblems([
        { at: 'src/text', imports: ['src/model', 'src/gone'] },
        { at: 'src/model' },
        { at: 'src/report' },
        { at: 'src/plan', imports: ['src/report', 'src/model'] },
      ]),
    ).toEqual([
      'src/text imports src/model, which comes after it in the table.',
      'src/text imports src/gone, which has no entry.',
      'src/plan imports src/report, a later stage.',
    ]);
  });
});

describe('the folders', () => {
  test('at the top of src/ stand the start and the pipeline', () => {
    const entries = readdirSync(posix.join(root, 'src'), { withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['pipeline.ts', 'run.ts']);
  });

  test('none is named after nothing', () => {
    const folders = ['src', 'bin', 'native-plugin/src', 'tests', 'scripts'].flatMap((top) =>
      readdirSync(posix.join(root, top), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      ),
    );
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter(({ name }) => /^(utils?|helpers?)$/.test(name))).toEqual([]);
  });
});
