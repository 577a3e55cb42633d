import { build, type Plugin } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import { collecting, soon, type CollectedTest } from './collected-tests.ts';
import { instrument, type Mutant } from './instrument.ts';

/** What is asked of the judges: says whether the mutant of this number is the one that counts. */
export type Switch = (id: number) => boolean;

/** All tests over the core with all its mutants in it, as one program; each load of it is a core of its own. */
export interface Judges {
  readonly mutants: readonly Mutant[];
  readonly load: (isOn: Switch) => readonly CollectedTest[];
}

/** Too slow, or not about what the core does: each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'exports.test.ts': 'looks at files',
  'independent-reader.test.ts': 'starts Python',
  'model.test.ts': 'half a minute of random sequences',
  'two-instances.test.ts': 'half a minute of random sequences',
  'flipped-bits.test.ts': 'a second, for what the vectors have as single cases',
};

/** Of the other files: what takes longer than all the rest, and asks nothing that they don't. */
const SLOW_TESTS = ['are what the generator makes', 'constant pepper: one operation', 'h·G: a device function'];

/** @param plugin the folder of the plugin @param folders below src/core, whose files are changed */
export async function buildJudges(plugin: string, folders: readonly string[]): Promise<Judges> {
  const mutants: Mutant[] = [];
  const tests = await testFiles(plugin);
  const entry = tests.map((path) => `$file(${JSON.stringify(path)}); require(${JSON.stringify(`./${path}`)});`);
  const { outputFiles } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: plugin },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: ['vitest', 'fast-check'],
    plugins: [rawTexts(), mutated(plugin, folders, mutants)],
    logLevel: 'error',
  });
  const script = new Script(`(function (require, $, $file, setTimeout, JSON) {${outputFiles[0]?.text ?? ''}\n})`, {
    filename: 'judges.cjs',
  });
  return { mutants, load: (isOn) => loaded(script, plugin, isOn) };
}

function loaded(script: Script, plugin: string, isOn: Switch): readonly CollectedTest[] {
  const collected: CollectedTest[] = [];
  let file = '';
  const vitest = collecting(collected, () => file);
  const other = createRequire(join(plugin, 'package.json'));
  const require = (name: string): unknown => (name === 'vitest' ? vitest : other(name));
  const program = script.runInThisContext() as (...given: unknown[]) => void;
  program(require, isOn, (path: string) => (file = path), soon, { stringify: JSON.stringify, parse });
  return collected.filter(({ name }) => !SLOW_TESTS.some((slow) => name.includes(slow)));
}

const parsed = new Map<string, unknown>();

/** The vectors are read again with each load, and changed by none. */
function parse(text: string): unknown {
  const known = parsed.get(text) ?? (JSON.parse(text) as unknown);
  if (text.length > 1000) parsed.set(text, known);
  return known;
}

async function testFiles(plugin: string): Promise<readonly string[]> {
  const found = await Promise.all(
    ['tests/core', 'tests/mutants/judges'].map(async (folder) => {
      const names = await readdir(join(plugin, folder), { recursive: true });
      return names
        .filter((name) => /\.(test|judge)\.ts$/.test(name) && !(name in LEFT_OUT))
        .map((name) => join(folder, name));
    }),
  );
  return found.flat().sort();
}

/** `?raw`, as Vite has it. */
function rawTexts(): Plugin {
  return {
    name: 'raw',
    setup: (of) => {
      of.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace('?raw', '')),
        namespace: 'raw',
      }));
      of.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
        contents: await readFile(path, 'utf8'),
        loader: 'text',
      }));
    },
  };
}

function mutated(plugin: string, folders: readonly string[], mutants: Mutant[]): Plugin {
  const core = join(plugin, 'src/core');
  return {
    name: 'mutated',
    setup: (of) => {
      of.onLoad({ filter: /[/\\]src[/\\]core[/\\].*\.ts$/ }, async ({ path }) => {
        const file = relative(core, path).replaceAll('\\', '/').replace(/\.ts$/, '');
        if (!folders.some((folder) => file.startsWith(`${folder}/`))) return undefined;
        const source = await readFile(path, 'utf8');
        const { text, mutants: made } = instrument(file, source, mutants.length);
        mutants.push(...made);
        return { contents: text, loader: 'ts' };
      });
    },
  };
}
