import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { templatesForEsbuild } from '../../scripts/templates-plugin.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = 'src/frameworks/frameworks.ts';

/** What is loaded with a module, and what only its functions load: as the build splits it. */
async function loadedWith(entryPoint: string): Promise<{ readonly files: string[]; readonly packages: string[] }> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outdir: 'never-written',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [templatesForEsbuild],
    metafile: true,
  });
  const [start] = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint === entryPoint);
  return collect(metafile, new Set([start![0]]));
}

function collect({ outputs }: Metafile, chunks: Set<string>): { files: string[]; packages: string[] } {
  const packages: string[] = [];
  const files: string[] = [];
  for (const chunk of chunks) {
    const { imports, inputs } = outputs[chunk]!;
    files.push(...Object.keys(inputs));
    for (const { path, kind, external } of imports) {
      if (kind !== 'import-statement') continue;
      if (external === true) packages.push(path);
      else chunks.add(path);
    }
  }
  return { files: files.sort(), packages: packages.sort() };
}

// The flags follow from the catalog of options, which each framework adds to: the help would wait for what is loaded here.
test('the registry of frameworks is loaded without a package, a template, or code that reads or changes an app', async () => {
  const { files, packages } = await loadedWith(entry);
  expect(files).toContain('src/frameworks/angular/angular.ts');
  expect(packages).toEqual([]);
  expect(files.filter((path) => /virtual:|\/(read|edits|code|edits)\/|\/want/.test(path))).toEqual([]);
});

test('what a framework reads an app with is loaded when it is needed', async () => {
  const { files, packages } = await loadedWith('src/frameworks/angular/read/inspect-angular.ts');
  expect(files.some((path) => path.includes('/read/'))).toBe(true);
  expect(packages).toContain('jsonc-parser');
});
