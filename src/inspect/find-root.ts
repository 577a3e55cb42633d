import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CliError } from '../errors.ts';

const ionic = /"@ionic\/(angular|react|vue)"\s*:/;

/**
 * The nearest folder with a package.json, as `npm` finds it.
 * @throws CliError `UNSUPPORTED` when there is none, or when the apps are in folders below it.
 */
export function findRoot(folder: string): string {
  if (!existsSync(folder)) {
    throw new CliError('USAGE', `There is no folder ${folder}.`, { hint: 'Check the value of --cwd.' });
  }
  const start = realpathSync(folder);
  const root = nearestPackage(start);
  if (root === undefined) {
    throw new CliError('UNSUPPORTED', 'There is no package.json here or above.', {
      hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
    });
  }
  if (!ionic.test(readFileSync(join(root, 'package.json'), 'utf8'))) refuse(root);
  return root;
}

function nearestPackage(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function refuse(root: string): void {
  const apps = appsBelow(root);
  if (apps.length === 0) return;
  throw new CliError('ANSWER_NEEDED', `This is no Ionic app itself; it has ${String(apps.length)} below it.`, {
    where: { path: 'package.json' },
    hint: `Name one: ${apps.map((app) => `--cwd ${relative(root, app)}`).join('  or  ')}`,
  });
}

/** Two levels are enough for `apps/x` and `x`; deeper apps have to be named. */
function appsBelow(root: string): string[] {
  return foldersIn(root)
    .flatMap((folder) => [folder, ...foldersIn(folder)])
    .filter((folder) => {
      const manifest = join(folder, 'package.json');
      return existsSync(manifest) && ionic.test(readFileSync(manifest, 'utf8'));
    });
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\..*|node_modules|dist|ios|android)$/.test(entry.name))
    .map((entry) => join(folder, entry.name));
}
