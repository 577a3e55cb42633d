import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string };
const guides = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'));

test.each(['AGENTS.md', 'README.md', 'llms.txt', ...guides.map((name) => `docs/${name}`)])(
  '%s names this version of the tool where it names one',
  (path) => {
    const text = read(path);
    const current = text.replaceAll(
      /\bcreate-identity-vault@\d[\w.-]*\w/g,
      `create-identity-vault@${manifest.version}`,
    );
    if (process.env['UPDATE'] === '1' && text !== current) writeFileSync(new URL(path, root), current);
    expect(read(path), 'UPDATE=1 npx vitest run --project src tests/docs/version.test.ts').toBe(current);
  },
);

test('both packages have the same version', () => {
  expect((JSON.parse(read('native-plugin/package.json')) as { version: string }).version).toBe(manifest.version);
});
