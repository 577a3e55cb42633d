import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { reportSchema } from '../../src/report/schema/report-schema.ts';

const file = new URL('../../schemas/report.schema.json', import.meta.url);

interface Manifest {
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, string>>;
}

describe('the schema of what --json prints', () => {
  test('is published as the types have it', async () => {
    const text = await format(JSON.stringify(reportSchema(commands)), { parser: 'json', printWidth: 120 });
    if (process.env['UPDATE'] === '1') writeFileSync(file, text);
    const hint = 'Out of date. Write it anew: UPDATE=1 npx vitest run tests/report/report-schema.test.ts';
    expect(readFileSync(file, 'utf8'), hint).toBe(text);
  });

  test('is part of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
    expect(manifest.files).toContain('schemas');
    expect(manifest.exports['./report.schema.json']).toBe('./schemas/report.schema.json');
  });
});
