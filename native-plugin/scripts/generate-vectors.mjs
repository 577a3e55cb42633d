// Writes native-plugin/vectors/*.json. `node native-plugin/scripts/generate-vectors.mjs`
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'vectors-'));
try {
  const outfile = join(folder, 'generate.mjs');
  await build({
    entryPoints: [join(here, 'vectors/generate-vectors.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  const { generateVectors } = await import(pathToFileURL(outfile).href);
  for (const [name, text] of await generateVectors()) await writeFile(join(here, '../vectors', name), text);
} finally {
  await rm(folder, { recursive: true });
}
