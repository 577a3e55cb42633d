import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyTo, copyRepository, testsFolder, touchedBy } from './addition.ts';

const run = promisify(execFile);

/** What an addition costs: the files that exist and have to be changed by hand. The table of docs/architecture.md. */
const additions = [
  {
    name: 'command',
    existing: ['README.md', 'src/commands/commands.ts'],
    added: ['src/commands/explain/explain-command.ts', 'src/commands/explain/explain.ts'],
  },
  {
    name: 'edit-kind',
    existing: ['src/model/edit.ts', 'src/render/apply-edit.ts'],
    added: ['src/edits/line.ts'],
  },
  {
    name: 'framework',
    existing: ['src/frameworks/frameworks.ts'],
    added: [
      'src/frameworks/bare/bare-facts.ts',
      'src/frameworks/bare/bare-options.ts',
      'src/frameworks/bare/bare.ts',
      'src/frameworks/bare/read/read-projects.ts',
      'templates/bare/identity.js.ejs',
    ],
  },
  {
    name: 'option',
    existing: ['src/options/entries/vault.ts'],
    added: [],
  },
  {
    name: 'platform',
    existing: ['src/platforms/platform.ts', 'src/platforms/platforms.ts'],
    added: ['src/platforms/electron.ts', 'templates/electron/navigation.ts.ejs'],
  },
];

/** Tests of the repository that an addition could break without a word from the compiler. */
const further = ['tests/docs/commands.test.ts', 'tests/structure/light-registry.test.ts'];

describe.each(additions)('adding: $name', ({ name, existing, added }) => {
  test('changes at most two files that exist', () => {
    expect(touchedBy(name)).toEqual({ existing, added });
    expect(existing.length).toBeLessThanOrEqual(2);
  });

  test('is a row of docs/architecture.md', () => {
    const document = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    const files = existing.map((path) => `\`${path}\``).join(', ');
    expect(document).toContain(`| ${name.replace('-', ' ')} | ${String(existing.length)}: ${files} |`);
  });
});

test('every patch is in the table', () => {
  const files = readdirSync(new URL('additions/', import.meta.url));
  expect(files).toEqual(additions.map(({ name }) => `${name}.patch`));
});

test('a patch that does not apply says how to renew it', () => {
  const copy = copyRepository();
  try {
    writeFileSync(join(copy, 'src/render/apply-edit.ts'), 'export {};\n');
    expect(() => applyTo(copy, 'edit-kind')).toThrow(
      /edit-kind\.patch does not apply.*[^]*Renew it: git apply --reject/,
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

describe('with all of them in a copy of the repository', () => {
  let copy = '';
  beforeAll(() => {
    copy = copyRepository();
    for (const { name } of additions) applyTo(copy, name);
    // A busy disk takes its time for a whole repository.
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const node = async (...args: string[]): Promise<string> =>
    run(process.execPath, args, { cwd: copy, env: { ...process.env, NO_COLOR: '1' } }).then(
      () => '',
      (failed: unknown) => outputOf(failed),
    );

  test('the types are right', { timeout: 120_000 }, async () => {
    const include = ['bin', 'src', testsFolder];
    writeFileSync(join(copy, 'tsconfig.additions.json'), JSON.stringify({ extends: './tsconfig.json', include }));
    expect(await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.additions.json')).toBe('');
  });

  test('the test of each passes', { timeout: 120_000 }, async () => {
    expect(readdirSync(join(copy, testsFolder))).toEqual(additions.map(({ name }) => `${name}.test.ts`));
    expect(await node('node_modules/vitest/vitest.mjs', 'run', '--project', 'src', testsFolder, ...further)).toBe('');
  });
});

function outputOf(failed: unknown): string {
  const { stdout, stderr } = failed as { readonly stdout: string; readonly stderr: string };
  return `failed:\n${stdout}${stderr}`;
}
