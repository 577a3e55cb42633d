import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliError } from '../errors.ts';
import type { AppPath, Dependency, Formatter, FormatterFacts } from '../types.ts';

/** The part of Prettier (2 and 3) that is used. */
interface Prettier {
  resolveConfig(file: string, options: { editorconfig: boolean }): Promise<Record<string, unknown> | null>;
  getFileInfo(
    file: string,
    options: { ignorePath: string },
  ): Promise<{ ignored: boolean; inferredParser: string | null }>;
  format(text: string, options: Record<string, unknown>): Promise<string> | string;
}

/** The app's own Prettier, when the app lists it; loaded only when a file is to be written. */
export function findFormatter(
  { root, isPnp }: { readonly root: string; readonly isPnp: boolean },
  dependencies: ReadonlyMap<string, Dependency>,
): FormatterFacts {
  const prettier = dependencies.get('prettier');
  if (!prettier) return { kind: 'none' };
  // Without node_modules it could only be loaded by running the app's .pnp.cjs in this process.
  if (isPnp) return { kind: 'none', passedOver: 'prettier' };
  if (prettier.installed === undefined) return { kind: 'missing' };
  return { kind: 'ready', formatter: prettierOf(root, prettier.installed) };
}

function prettierOf(root: string, version: string): Formatter {
  let loading: Promise<Prettier> | undefined;
  const load = () => (loading ??= loadPrettier(root));
  const format = async (path: AppPath, text: string): Promise<string> => {
    const prettier = await load();
    const file = join(root, path);
    const info = await prettier.getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
    if (info.ignored || info.inferredParser === null) return text;
    const config = await prettier.resolveConfig(file, { editorconfig: true });
    return prettier.format(text, { ...config, filepath: file, endOfLine: 'lf' });
  };
  return { id: `prettier@${version}`, format: onceEach((path, text) => format(path, text).catch(blameSetUp)) };
}

/** A plugin or a configuration that isn't there ends in any error; text that doesn't parse is ours to answer for. */
function blameSetUp(error: unknown): never {
  if (error instanceof Error && error.name === 'SyntaxError' && 'loc' in error) throw error;
  const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  throw new CliError('UNSUPPORTED', `The app’s Prettier doesn’t run: ${why}`, {
    where: { path: 'package.json' },
    hint: 'Install the app’s dependencies, and try "npx prettier --check src/main.ts"; then run the command again.',
    cause: error,
  });
}

/** What is compared is recorded, too: without this every generated file would be formatted twice. */
function onceEach(format: Formatter['format']): Formatter['format'] {
  const results = new Map<string, Promise<string>>();
  return (path, text) => {
    const key = `${path}\n${text}`;
    const known = results.get(key);
    if (known) return known;
    const result = format(path, text);
    results.set(key, result);
    return result;
  };
}

async function loadPrettier(root: string): Promise<Prettier> {
  const entry = createRequire(join(root, 'package.json')).resolve('prettier');
  const loaded = (await import(pathToFileURL(entry).href)) as Prettier & { default?: Prettier };
  return loaded.default ?? loaded;
}
