import { expect, it } from 'vitest';
import manifest from '../../package.json?raw';

const published = import.meta.glob('../../src/**/*.ts', { query: '?raw', import: 'default', eager: true });

it('no export of the package reaches a KDF, device or storage of the tests', () => {
  const { files, exports } = JSON.parse(manifest) as { files: string[]; exports: Record<string, unknown> };
  expect(files.filter((path) => /^(scripts|tests|vectors|src)/.test(path))).toEqual([]);
  expect(JSON.stringify(exports)).not.toMatch(/scripts|tests\/|dist\/core/);
  const core = Object.entries(published).filter(([path]) => path.includes('/src/core/'));
  expect(core.length).toBeGreaterThan(30);
  expect(
    core.filter(([, text]) => /from '[^']*(scripts|tests|testing)\//.test(String(text))).map(([path]) => path),
  ).toEqual([]);
});
