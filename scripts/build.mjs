import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleCli } from './lib/bundle-cli.mjs';
import { shipTsMorph } from './lib/ship-ts-morph.mjs';
import { writeNotices } from './lib/write-notices.mjs';
import { templatesForEsbuild } from './templates-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const plugin = join(root, 'native-plugin');
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The schema of the configuration file is derived from the option catalog and shipped with the plugin. */
async function writeConfigSchema() {
  const outfile = join(dist, '.schema.mjs');
  await build({
    entryPoints: [join(root, 'src/options/catalog/schema.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [templatesForEsbuild],
    logLevel: 'warning',
  });
  const { configSchema } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(plugin, 'config.schema.json'), `${JSON.stringify(configSchema(), null, 2)}\n`);
  rmSync(outfile);
}

/**
 * A source checkout installs the plugin from an archive. Its name carries a hash of the content:
 * npm ignores new content under a name it has seen.
 */
function packPlugin() {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: plugin, stdio: 'inherit' });
  const folder = join(dist, 'plugin');
  mkdirSync(folder, { recursive: true });
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: plugin,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  const packed = JSON.parse(output);
  const { filename } = Array.isArray(packed) ? packed[0] : Object.values(packed)[0];
  const archive = join(folder, filename);
  const hash = createHash('sha256').update(readFileSync(archive)).digest('hex').slice(0, 8);
  renameSync(archive, join(folder, `capacitor-identity-vault-${version}-${hash}.tgz`));
}

rmSync(dist, { recursive: true, force: true });
const packages = Object.keys(dependencies);
const bundled = [...(await bundleCli({ dist, version, packages })), ...(await shipTsMorph(dist))];
writeNotices(join(dist, 'THIRD-PARTY-NOTICES.txt'), bundled);
await writeConfigSchema();
packPlugin();
