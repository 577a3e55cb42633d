import { expect, it } from 'vitest';
import { anchorCases } from '../../../scripts/vectors/anchor-cases.ts';
import { attemptCases } from '../../../scripts/vectors/attempt-cases.ts';
import { envelopeCases } from '../../../scripts/vectors/envelope-cases.ts';
import { passcodeCases } from '../../../scripts/vectors/passcode-cases.ts';
import { payloadCases } from '../../../scripts/vectors/payload-cases.ts';
import { scopeCases } from '../../../scripts/vectors/scope-cases.ts';
import { textOf } from '../../../scripts/vectors/vector-file.ts';
import { vectorTexts } from '../../core/support/vector-texts.ts';

const generators = [passcodeCases, payloadCases, attemptCases, scopeCases, anchorCases, envelopeCases];

it.each(generators.map((generate) => ({ id: generate.name, generate })))('generated: $id', async ({ generate }) => {
  const made = await generate();
  expect(textOf(made)).toBe(vectorTexts.get(made.file));
});
