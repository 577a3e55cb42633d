import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptSource } from '../../src/resolve/read-environment.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { anyOptions } from '../support/any-options.ts';
import { fakeProject } from '../support/fake-project.ts';
import { samplesFor } from '../support/option-samples.ts';
import { catalog, flagName, variableName, type CatalogOption } from '../../src/options/catalog/catalog.ts';
import { printConfig } from '../../src/options/catalog/config-file.ts';
import { optionsTable } from '../../src/options/catalog/options-table.ts';
import { configSchema } from '../../src/options/catalog/schema.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(configSchema());

describe.each(catalog.map((option) => ({ key: option.key, option, ...samplesFor(option.kind) })))(
  '$key',
  ({ key, option, typed, badTyped, badJson }) => {
    const kind = option.kind;

    test.each(typed)('%j is understood, printed so that it is read again, and valid in the file', (text, json) => {
      const parsed = kind.parse(text);
      if (!('value' in parsed)) throw new Error(parsed.problem);
      expect(kind.toJson(parsed.value)).toEqual(json);
      expect(kind.parse(kind.print(parsed.value))).toEqual(parsed);
      expect(kind.parseJson(json)).toEqual(parsed);
      if (option.inConfig)
        expect({ valid: validate({ [key]: json }), errors: validate.errors }).toEqual({ valid: true, errors: null });
    });

    test.each(badTyped)('%j is refused', (text) => {
      expect(kind.parse(text)).toHaveProperty('problem');
    });

    test.each(badJson)('%j in a file is refused', (json) => {
      expect(kind.parseJson(json)).toHaveProperty('problem');
    });

    test('what is suggested is allowed', () => {
      for (const text of badTyped) {
        const parsed = kind.parse(text);
        if ('value' in parsed || parsed.suggestion === undefined) continue;
        const value = kind.name === 'list' || kind.name === 'fields' ? [parsed.suggestion] : parsed.suggestion;
        expect(kind.parseJson(value)).toHaveProperty('value');
      }
      expect(badTyped.length).toBeGreaterThan(0);
    });
  },
);

describe('the schema of the configuration file', () => {
  test('property: every file we print is valid', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const json: unknown = JSON.parse(printConfig(options));
        expect({ valid: validate(json), errors: validate.errors }).toEqual({ valid: true, errors: null });
      }),
    );
  });

  // An identifier that is a word of TypeScript, or a repeated field, is past what a pattern can say: resolve refuses it.
  test('refuses what resolve refuses, as far as a schema can', () => {
    const refused = catalog
      .filter(({ inConfig }) => inConfig)
      .flatMap(({ key, kind }) => samplesFor(kind).badJson.map((json) => ({ [key]: json })));
    expect(refused.filter((json) => validate(json))).toEqual([]);
  });

  test('names the defaults that are the same in every app', () => {
    const properties = configSchema()['properties'] as Record<string, { default?: unknown }>;
    const oidc = promptSource({ auth: 'oidc' });
    const apps = [resolve({}, fakeProject()), resolve({ prompt: oidc }, fakeProject(), { isDraft: true })];
    for (const { key, inConfig } of catalog) {
      const [constant] = apps.flatMap(({ options, provenance }) =>
        inConfig && provenance[key] === 'default' && options[key] !== undefined ? [options[key]] : [],
      );
      expect(properties[key]?.default, key).toEqual(constant);
    }
  });

  test('knows no other keys, describes every one, and has nothing that is not in the file', () => {
    expect(validate({ lokAfter: 1 })).toBe(false);
    expect(validate({ packageManager: 'npm' })).toBe(false);
    const properties = configSchema()['properties'] as Record<string, { description: string }>;
    for (const [key, { description }] of Object.entries(properties)) expect(description, key).toMatch(/\S+.*\.$/);
  });
});

describe('names', () => {
  test('of flags and variables', () => {
    expect([flagName('lockAfter'), variableName('lockAfter')]).toEqual(['lock-after', 'IDENTITY_VAULT_LOCK_AFTER']);
    expect(new Set(catalog.map(({ key }) => flagName(key))).size).toBe(catalog.length);
  });
});

test('the table for the documentation names every option in every form', () => {
  const table = optionsTable();
  for (const { key, kind } of catalog) {
    expect(table).toContain(key);
    expect(table).toContain(variableName(key));
    expect(table).toContain(kind.name === 'boolean' ? `--[no-]${flagName(key)}` : `--${flagName(key)}`);
  }
  for (const row of table.split('\n').filter((text) => text.startsWith('|'))) {
    expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5);
  }
});

test('questions and consequences fit the prompts', () => {
  for (const { key, help, question = help, consequence, firstHint = consequence, choices = {} } of catalog) {
    for (const title of [help, question]) expect(title.length, key).toBeLessThanOrEqual(70);
    for (const text of [consequence, firstHint, ...Object.values(choices).map(({ text }) => text)]) {
      expect(text, key).toMatch(/[.]$/);
      expect(text.length, key).toBeLessThanOrEqual(160);
    }
    for (const { label, hint } of Object.values(choices))
      expect(`${label}  ${hint}`.length, key).toBeLessThanOrEqual(74);
  }
  expect(catalog.filter(({ ask }) => ask === 'first').map(({ key }) => key)).toEqual([
    'authMode',
    'apiOrigins',
    'issuer',
    'clientId',
    'guardedRoutes',
  ]);
  const first = ({ auth, ask }: CatalogOption): boolean => ask === 'first' && auth !== 'oidc';
  expect(catalog.filter(first).length).toBe(3);
});
