import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patches = fileURLToPath(new URL('additions/', import.meta.url));

/** Where a patch puts its own test: it has to import what a test of the repository would. */
export const testsFolder = 'tests/additions';

/** The files of one addition, as its patch lists them; its test apart. */
export interface Touched {
  readonly existing: readonly string[];
  readonly added: readonly string[];
}

/** The repository's files as they are now, the uncommitted ones too, with its packages. @returns the folder */
export function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'additions-'));
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const deleted = new Set(git(root, ['ls-files', '-z', '--deleted']).split('\0'));
  for (const path of git(root, listed).split('\0')) {
    if (path === '' || deleted.has(path)) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What a patch touches, read from the patch alone. */
export function touchedBy(name: string): Touched {
  const [numbers, summary] = ['--numstat', '--summary'].map((view) => git(root, ['apply', view, patchOf(name)]));
  const paths = numbers!
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[2] ?? '');
  const created = new Set([...summary!.matchAll(/^ create mode \d+ (.*)$/gm)].map(([, path]) => path));
  const code = paths.filter((path) => !path.startsWith(`${testsFolder}/`));
  return { existing: code.filter((path) => !created.has(path)), added: code.filter((path) => created.has(path)) };
}

/** @throws Error that says how to renew a patch the source has moved away from */
export function applyTo(copy: string, name: string): void {
  try {
    git(copy, ['apply', patchOf(name)]);
  } catch (cause) {
    const path = `tests/structure/additions/${name}.patch`;
    throw new Error(
      [
        `${path} does not apply any more: the lines around an addition have changed.`,
        `Renew it: git apply --reject ${path}, make the rejected changes by hand, remove the *.rej files, git add -A -N,`,
        `git diff --output=${path} -- <the files it names>, and take the changes out of the working tree again.`,
        String((cause as { readonly stderr?: unknown }).stderr),
      ].join('\n'),
      { cause },
    );
  }
}

function patchOf(name: string): string {
  return join(patches, `${name}.patch`);
}

function git(folder: string, args: readonly string[]): string {
  // Without a repository above the copy, `git apply` takes paths as they stand.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
