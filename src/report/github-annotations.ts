import { relative } from 'node:path';
import type { Host } from '../model/host.ts';
import type { Problem } from './json-report.ts';

interface Where {
  readonly strict: boolean;
  readonly root: string | undefined;
  readonly host: Pick<Host, 'cwd' | 'env'>;
}

/**
 * Problems as GitHub Actions shows them beside the code.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotations(problems: readonly Problem[], { strict, root, host }: Where): string {
  // Paths count from the checked-out repository, of which the app may be a part.
  const workspace = host.env['GITHUB_WORKSPACE'] ?? host.cwd;
  const folder = relative(workspace, root ?? host.cwd).replaceAll('\\', '/');
  const lines = problems.map(({ level, code, path, text }) => {
    const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(path) ?? [];
    const place = `file=${property(folder === '' ? file : `${folder}/${file}`)}${line === undefined ? '' : `,line=${line}`}`;
    const kind = level === 'drift' || strict ? 'error' : 'notice';
    return `::${kind} ${place},title=${property(`identity-vault: ${code}`)}::${data(text)}\n`;
  });
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
