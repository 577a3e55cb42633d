import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults, renderFiles } from '../frameworks/angular-renderings.ts';

const root = join(import.meta.dirname, '../..');
const benchmarks = readFileSync(join(root, 'docs/benchmarks.md'), 'utf8');

interface Text {
  readonly path: string;
  readonly text: string;
}

/** What version 0.1.0 generated before it was split by task, without specs: `tests/projects/set-up-before-split`. */
function before(): Text[] {
  const folder = join(root, 'tests/projects/set-up-before-split/src/app/identity');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function row(what: string, files: readonly Text[]): string {
  const lines = files.map(({ text }) => text.trimEnd().split('\n').length);
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const cells = [what, files.length, sum(lines), (bytes / 1000).toFixed(1), Math.max(...lines)];
  return `| ${cells.join(' | ')} |`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test('the size of the generated code is what docs/benchmarks.md says', () => {
  const now = renderFiles({ ...defaults, homePath: 'folder/inbox', guardedRoutes: ['folder/inbox'] });
  const isSpec = ({ path }: Text) => /\.spec\.ts$|\/testing\.ts$/.test(path);

  for (const line of [
    row('before it was split by task', before()),
    row(
      'now',
      now.filter((file) => !isSpec(file)),
    ),
    row('its specs, now', now.filter(isSpec)),
  ])
    expect(benchmarks.replaceAll(/ +/g, ' '), line).toContain(line);
});
