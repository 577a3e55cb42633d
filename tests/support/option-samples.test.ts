import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boolean, choice, milliseconds, text, type Kind } from '../../src/options/kinds.ts';
import { list, sessionFields } from '../../src/options/lists.ts';
import { anyValue } from './any-options.ts';
import { samplesFor } from './option-samples.ts';
import { typedValue } from './random-flags.ts';
import type { CatalogOption } from '../../src/options/catalog/catalog.ts';

const colour = text({ what: 'a colour', pattern: /^#[0-9a-f]{3}$/, placeholder: '<colour>' });
const key = 'madeUp' as CatalogOption['key'];

/** An option of each kind that no table has heard of: whoever adds one to the catalog adds no samples. */
describe.each<{ name: string; kind: Kind<unknown> }>([
  { name: 'a boolean', kind: boolean },
  { name: 'a choice', kind: choice(['red', 'green']) },
  { name: 'a number', kind: milliseconds },
  { name: 'a text', kind: colour },
  { name: 'a list', kind: list(colour) },
  { name: 'fields', kind: sessionFields },
])('a new option: $name', ({ kind }) => {
  const samples = samplesFor(kind);
  const matches = new Ajv2020({ strict: true }).compile(kind.schema);

  test('has samples that are taken, as its schema has them', () => {
    expect(samples.typed.length).toBeGreaterThan(0);
    for (const [typed, json] of samples.typed) {
      const parsed = kind.parse(typed);
      expect('value' in parsed && kind.toJson(parsed.value), typed).toEqual(json);
      expect(matches(json), typed).toBe(true);
    }
  });

  test('has samples that are refused', () => {
    expect(Math.min(samples.badTyped.length, samples.badJson.length)).toBeGreaterThan(0);
    for (const typed of samples.badTyped) expect(kind.parse(typed), typed).toHaveProperty('problem');
    for (const json of samples.badJson) expect(kind.parseJson(json), String(json)).toHaveProperty('problem');
  });

  test('has any of its values in random options, and on random command lines', () => {
    fc.assert(fc.property(anyValue(kind), (value) => 'value' in kind.parse(kind.print(value))));
    const option = { key, kind } as unknown as CatalogOption;
    fc.assert(fc.property(typedValue(option), (typed) => 'value' in kind.parse(typed)));
    expect(kind.name).not.toBe('');
  });
});

test('a pattern that neither takes nor refuses any of the texts that are tried asks for samples', () => {
  const odd = text({ what: 'odd', pattern: /^odd-\d{9}$/, placeholder: '<odd>' });
  expect(() => samplesFor(odd)).toThrow('needs samples of its own');
});
