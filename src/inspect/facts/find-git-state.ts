import type { GitState } from '../../model/git-state.ts';

/** Milliseconds: a very large working tree is not waited for. */
const PATIENCE = 3000;

/** @returns the state, or `undefined` where Git can't be asked or takes too long */
export async function findGitState(root: string): Promise<GitState | undefined> {
  const { execa } = await import('execa');
  const { failed, exitCode, stdout } = await execa('git', ['status', '--porcelain', '-z', '--', '.'], {
    cwd: root,
    reject: false,
    timeout: PATIENCE,
    stdin: 'ignore',
    // Looking changes nothing, not even the index.
    env: { GIT_OPTIONAL_LOCKS: '0' },
  });
  if (exitCode === 128) return { kind: 'none' };
  if (failed) return undefined;
  // A renamed file is two entries; the second has no status.
  const entries = stdout.split('\0').filter((entry) => /^[ MADRCUT?!]{2} /.test(entry));
  return { kind: 'repository', uncommitted: entries.length };
}
