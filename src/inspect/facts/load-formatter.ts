import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatterFailed } from '../../formatter/formatter-errors.ts';
import type { Dependency, Formatter, FormatterFacts } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';

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
  if (isPnp) return { kind: 'none', passedOver: withPnp };
  if (prettier.installed === undefined) return { kind: 'missing' };
  return { kind: 'ready', formatter: prettierOf(root, prettier.installed) };
}

const withPnp = 'with Plug’n’Play prettier can’t be used from here. Run it on what changed.';

function prettierOf(root: string, version: string): Formatter {
  let loading: Promise<Prettier> | undefined;
  const load = () => (loading ??= loadPrettier(root));
  const format = async (path: AppPath, text: string): Promise<string> => {
    try {
      const prettier = await load();
      const file = join(root, path);
      const info = await prettier.getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
      if (info.ignored || info.inferredParser === null) return text;
      const config = await prettier.resolveConfig(file, { editorconfig: true });
      return await prettier.format(text, { ...config, filepath: file, endOfLine: 'lf' });
    } catch (cause) {
      throw formatterFailed(path, cause);
    }
  };
  return { id: `prettier@${version}`, format: onceEach(format) };
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
