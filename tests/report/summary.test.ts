import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { ManualStep } from '../../src/model/edit.ts';
import type { Look } from '../../src/report/look.ts';
import { summarise, type Outline } from '../../src/report/summary.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

const plain: Look = { paint: (_style, text) => text, width: 76 };
const marked: Look = { paint: (style, text) => `[${String(style)}:${text}]`, width: 76 };

function summary(said: Partial<Outline> & { facts?: Facts }, look = plain): string {
  const { facts, ...outline } = said;
  return summarise(
    {
      project: fakeProject(facts),
      plan: { packages: [], commands: [], notes: [] },
      changes: [],
      manual: [],
      commands: [],
      ...outline,
    },
    look,
  );
}

const heading = 'app (Angular 21, Ionic 8, Capacitor 8, npm)\n/app\n';
const bookkeeping = (kind: 'create' | 'delete', count: number): Change[] =>
  Array.from({ length: count }, (_, index) =>
    kind === 'create'
      ? { kind, path: `.identity-vault/base/${String(index)}`, after: '' }
      : { kind, path: `.identity-vault/base/${String(index)}`, before: '' },
  );

describe('the app as it was understood', () => {
  test.each([
    { case: 'its package', facts: {}, first: 'app (Angular 21, Ionic 8, Capacitor 8, npm)' },
    {
      case: 'its project, where the package has no name',
      facts: {
        packageName: '',
        project: 'staff',
        major: 15,
        ionicMajor: 7,
        capacitor: { major: 6 },
        packageManager: 'pnpm' as const,
      },
      first: 'staff (Angular 15, Ionic 7, Capacitor 6, pnpm)',
    },
  ])('$case', ({ facts, first }) => {
    expect(summary({ facts })).toBe(`${first}\n/app\n`);
  });
});

describe('files', () => {
  const state = {
    schemaVersion: 1,
    toolVersion: '0.1.0',
    config: '',
    files: { 'src/app/identity/session.ts': { owner: 'tool', canonical: '', written: '' } },
    declined: [],
    manual: [],
  } as const;

  test.each<{ case: string; changes: Change[]; facts?: Facts; told: string }>([
    {
      case: 'what a person has written, with the lines that change',
      changes: [
        { kind: 'create', path: 'a.ts', after: 'x\n' },
        { kind: 'update', path: 'b.ts', before: '  x\n', after: '  x\n  y\n    z\n' },
        { kind: 'merge', path: 'c.ts', before: 'x\ny\n', after: 'x\n' },
        { kind: 'delete', path: 'd.ts', before: 'x\n' },
        { kind: 'conflict', path: 'e.ts', before: 'x\n', after: 'y\n' },
      ],
      told: `Your files
  ~ update  b.ts  (+2 lines)
        + y
        +   z
  ~ merge   c.ts  (-1 line)
        - y
  - delete  d.ts
  ! conflict  e.ts
        - x
        + y

New files
  + a.ts
`,
    },
    {
      case: 'no more than a few lines of a file, each on one line of the screen; of bytes none',
      changes: [
        { kind: 'update', path: 'a.ts', before: 'x\n', after: `${'y'.repeat(80)}\n1\n2\n3\n4\n5\n6\n7\n` },
        { kind: 'update', path: 'b.tgz', before: Uint8Array.of(1), after: Uint8Array.of(2) },
      ],
      told: `Your files
  ~ update  a.ts  (+7 lines)
        - x
        + ${'y'.repeat(65)}…
        + 1
        + 2
        + 3
        + 4
        … 3 more lines
  ~ update  b.tgz
`,
    },
    {
      case: 'one line more is told sooner than that there is one; and one that just fits is whole',
      changes: [
        { kind: 'update', path: 'a.ts', before: '', after: `1\n2\n3\n4\n5\n6\n7\n` },
        { kind: 'update', path: 'b.ts', before: '', after: `${'x'.repeat(66)}\n${'y'.repeat(67)}\n` },
      ],
      told: `Your files
  ~ update  a.ts  (+7 lines)
${[1, 2, 3, 4, 5, 6, 7].map((line) => `        + ${String(line)}\n`).join('')}  ~ update  b.ts  (+2 lines)
        + ${'x'.repeat(66)}
        + ${'y'.repeat(65)}…
`,
    },
    {
      case: 'new files by what they are for: pages and specs are one line each',
      changes: [
        'identity-vault.config.json',
        'src/app/identity/auth.guard.spec.ts',
        'src/app/identity/auth.guard.ts',
        'src/app/identity/login/login.page.html',
        'src/app/identity/login/login.page.ts',
        'src/app/identity/other.ts',
        'src/app/identity/testing.ts',
      ].map((path) => ({ kind: 'create', path, after: '' })),
      told: `New files in src/app/identity/
  + auth.guard.ts     sends people to sign in or to unlock
  + login/ (2 files)  the page to sign in
  + other.ts
  + 2 files           specs of all this

For the next run
  + identity-vault.config.json: the options. Edit it, and run this again
`,
    },
    {
      case: 'files that were generated before are not told line by line; the options are',
      facts: { state },
      changes: [
        { kind: 'update', path: 'src/app/identity/session.ts', before: 'x\n', after: 'y\n' },
        { kind: 'update', path: 'identity-vault.config.json', before: '{ "a": 1 }\n', after: '{ "a": 2 }\n' },
      ],
      told: `Your files
  ~ update  identity-vault.config.json
        - { "a": 1 }
        + { "a": 2 }

Generated files
  ~ update  src/app/identity/session.ts
`,
    },
    {
      case: 'one file of our own',
      changes: bookkeeping('create', 1),
      told: 'For the next run\n  .identity-vault/ (1 file): commit them, too\n',
    },
    {
      case: 'files of our own are one line',
      changes: bookkeeping('create', 14),
      told: 'For the next run\n  .identity-vault/ (14 files): commit them, too\n',
    },
    {
      case: 'files of our own that go',
      changes: bookkeeping('delete', 2),
      told: 'Bookkeeping\n  - delete  .identity-vault/ (2 files)\n',
    },
    {
      case: 'files of our own, some of which go',
      changes: [...bookkeeping('delete', 2), ...bookkeeping('create', 1)],
      told: 'For the next run\n  .identity-vault/ (3 files): commit them, too\n',
    },
  ])('$case', ({ changes, facts = {}, told }) => {
    expect(summary({ facts, changes })).toBe(`${heading}\n${told}`);
  });

  test('files of our own one by one, where that is asked for', () => {
    const outline = {
      project: fakeProject(),
      plan: { packages: [], commands: [], notes: [] },
      manual: [],
      commands: [],
    };
    expect(summarise({ ...outline, changes: bookkeeping('create', 2) }, plain, true)).toBe(
      `${heading}\nFor the next run\n  + create  .identity-vault/base/0\n  + create  .identity-vault/base/1\n`,
    );
  });

  test('a set-up in a folder of the workspace is that folder’s', () => {
    const changes: Change[] = [{ kind: 'create', path: 'apps/mobile/.identity-vault/state.json', after: '' }];
    expect(summary({ facts: { home: 'apps/mobile' }, changes })).toContain('  apps/mobile/.identity-vault/ (1 file');
  });
});

describe('packages, commands and notes', () => {
  const plan = {
    packages: [{ name: 'capacitor-identity-vault', spec: '^1' }, { name: 'old' }],
    commands: [],
    notes: [
      { code: 'a', text: 'Once.' },
      { code: 'b', text: `${'long '.repeat(20)}end` },
    ],
  };

  test('each in a section of its own, in this order', () => {
    const changes: Change[] = [{ kind: 'create', path: 'a.ts', after: '' }];
    const commands = [{ id: 'install', argv: ['npm', 'install'], why: 'installs the vault plugin' }] as const;
    expect(summary({ plan, changes, commands })).toBe(`${heading}
New files
  + a.ts

Packages
  + capacitor-identity-vault ^1
  - old

Commands
  npm install  (installs the vault plugin)

Notes
  ! Once.
  ! ${'long '.repeat(15).trim()}
    ${'long '.repeat(5)}end
`);
  });

  test('packages are spoken of only where something is written', () => {
    expect(summary({ plan, changes: [] })).not.toContain('Packages');
  });

  test('a command is said as it is typed', () => {
    const commands = [{ id: 'cap-sync', argv: ['cap', 'sync'], typed: 'cd a && npx cap sync', why: 'why' }] as const;
    expect(summary({ commands })).toContain('  cd a && npx cap sync  (why)\n');
  });
});

describe('what is left for a person', () => {
  const step = (said: Partial<ManualStep>): ManualStep => ({
    id: 'a',
    path: 'src/app/app.routes.ts',
    line: 3,
    reason: 'Not a literal.',
    lines: [`import { a } from './a';`, '// where', 'a();'],
    ...said,
  });
  const left = (...manual: ManualStep[]) => summary({ manual }).slice(heading.length);

  test('where, why, and the lines', () => {
    expect(left(step({}))).toBe(`
Left for you
  src/app/app.routes.ts:3
  Not a literal.
      import { a } from './a';
      // where
      a();
`);
  });

  test('steps at one place are told together: the reason, imports and comments once, code each time', () => {
    const second = step({
      id: 'b',
      lines: [`import { a } from './a';`, `import { b } from './b';`, '// where', 'a();'],
    });
    expect(left(step({}), second)).toBe(`
Left for you
  src/app/app.routes.ts:3
  Not a literal.
      import { a } from './a';
      // where
      a();
      import { b } from './b';
      a();
`);
  });

  test.each([
    { case: 'another line', other: { line: 4 } },
    { case: 'another file', other: { path: 'src/app/app.config.ts' } },
    { case: 'another reason', other: { reason: 'Not found.' } },
  ])('$case is another place', ({ other }) => {
    expect(left(step({}), step(other)).match(/^ {2}src.*:\d$/gm)).toHaveLength(2);
  });
});

test('headings and signs are coloured, paths are not', () => {
  const changes: Change[] = [{ kind: 'conflict', path: 'a.ts', before: '', after: '' }, ...bookkeeping('create', 1)];
  expect(summary({ changes }, marked)).toBe(`${heading}
[bold:Your files]
  [red:! conflict]  a.ts

[bold:For the next run]
  .identity-vault/ (1 file): commit them, too
`);
});

describe('lines are told once', () => {
  const environment = (path: string, after: string): Change => ({ kind: 'update', path, before: 'a\n', after });

  test.each([
    { case: 'the same in the next file', after: 'a\nb\nc\n', told: '      the same lines\n' },
    { case: 'others are shown', after: 'a\nb\nd\n', told: '      + b\n        + d\n' },
  ])('$case', ({ after, told }) => {
    const changes = [environment('e.ts', 'a\nb\nc\n'), environment('f.ts', after)];
    expect(summary({ changes })).toContain(`  ~ update  f.ts  (+2 lines)\n  ${told}`);
  });

  test('a single line is as short itself', () => {
    const changes = [environment('e.ts', 'a\nb\n'), environment('f.ts', 'a\nb\n')];
    expect(summary({ changes }).match(/\+ b/g)).toHaveLength(2);
  });

  test('the app, where it was introduced before the first question', () => {
    expect(summary({ isIntroduced: true, changes: [environment('e.ts', 'b')] })).toMatch(/^Your files/);
  });
});

test('prose is broken once for a narrow terminal: each line is as full as it can be', () => {
  const text = 'a note that goes on for longer than one line of a narrow terminal has room for it';
  const told = summary({ plan: { packages: [], commands: [], notes: [{ code: 'n', text }] } }, { ...plain, width: 37 });
  const lines = told.slice(told.indexOf('Notes\n')).trimEnd().split('\n').slice(1);
  for (const [index, line] of lines.entries()) {
    expect(line.length).toBeLessThanOrEqual(39);
    const [next] = lines[index + 1]?.trim().split(' ') ?? [];
    if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(39);
  }
});
