import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLoosely, syntaxProblem } from '../../src/code/source-file.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { unsplice } from '../../src/text/unsplice.ts';
import { editFile } from './edit-file.ts';
import type { AppEdit, EditOutcome } from '../../src/model/edit.ts';
import { canonical } from '../../src/text/text.ts';

/**
 * A case is a folder: `input.<ext>`, `edit.json`, and `output.<ext>` — or `manual.json`, the step left for a person.
 * A case whose name says `replace` may replace a value; every other one may only insert.
 */
const folder = import.meta.dirname;
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function read(name: string, file: string): string | undefined {
  const found = readdirSync(join(folder, name)).find((one) => one.startsWith(`${file}.`));
  return found === undefined ? undefined : readFileSync(join(folder, name, found), 'utf8');
}

function edited(outcome: EditOutcome): string {
  if ('text' in outcome) return outcome.text;
  throw new Error(`a step was left: ${outcome.manual.reason}`);
}

test('there are cases, and each has one outcome', () => {
  expect(cases.length).toBeGreaterThan(40);
  for (const { name } of cases) {
    expect([name, read(name, 'output') === undefined]).not.toEqual([name, read(name, 'manual') === undefined]);
  }
});

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const input = read(name, 'input') ?? '';
  const output = read(name, 'output');
  const edit = JSON.parse(read(name, 'edit') ?? '') as AppEdit;

  if (output === undefined) {
    test('leaves this step for a person', async () => {
      expect(await editFile(edit, input)).toEqual({ manual: JSON.parse(read(name, 'manual') ?? '') as unknown });
    });
    return;
  }

  test('gives the output', async () => {
    expect(edited(await editFile(edit, input))).toBe(output);
  });

  test('gives the same for canonical text', async () => {
    expect(canonical(edited(await editFile(edit, canonical(input))))).toBe(canonical(output));
  });

  test('a second time changes nothing', async () => {
    expect(edited(await editFile(edit, output))).toBe(output);
  });

  test('only inserts; without the insertions the input is back, byte for byte', () => {
    const splices = splicesBetween(input, output);
    if (!name.includes('replace')) expect(splices.filter(({ remove }) => remove !== '')).toEqual([]);
    expect(unsplice(output, splices)).toMatchObject({ text: input, lost: [] });
  });

  test('the output has no line that ends in white space of ours', () => {
    const ours = output.split(/\r?\n/).filter((line) => /\s$/.test(line));
    expect(ours.filter((line) => !input.split(/\r?\n/).includes(line))).toEqual([]);
  });

  if (edit.path.endsWith('.ts')) {
    test('the output parses', () => {
      expect(syntaxProblem(parseLoosely(edit.path, canonical(output)))).toBeUndefined();
    });
  }
});
