// @ts-check
// What the app's formatter costs on the files a first run formats: those it generates, and those it edits, both before
// and after.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [app = '.', setUpApp = '.'] = process.argv.slice(2);
const prettier = createRequire(join(app, 'package.json'))('prettier');
const { files } = JSON.parse(readFileSync(join(setUpApp, '.identity-vault/state.json'), 'utf8'));

for (const [path, { owner }] of Object.entries(files)) {
  if (owner === 'archive' || (owner === 'app' && !path.endsWith('.ts'))) continue;
  await format(path, setUpApp);
  if (owner === 'app') await format(path, app);
}

/**
 * @param {string} path
 * @param {string} from
 */
async function format(path, from) {
  const options = await prettier.resolveConfig(join(app, path), { editorconfig: true });
  await prettier.format(readFileSync(join(from, path), 'utf8'), { ...options, filepath: join(app, path) });
}
