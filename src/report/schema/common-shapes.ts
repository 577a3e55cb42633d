import type { ManualReport } from '../documents.ts';
import type { Note } from '../../model/plan.ts';
import { schemaVersion } from '../schema-version.ts';
import { constant, integer, list, object, oneOfNumbers, text } from './shape.ts';

export const version = constant(schemaVersion);

/** @param codes the ones a document can have */
export const exitCode = (...codes: readonly number[]) => oneOfNumbers('What the process exits with.', codes);

export const note = object<Note>('Worth knowing; nothing is wrong.', {
  code: text('Names the kind of note; stays the same when the text is reworded.'),
  text: text('For people.'),
});

export const manualStep = object<ManualReport>('A change of the app’s code that only a person can make.', {
  id: text('Names the step, such as route:login.'),
  path: text('The file, from the app’s root.'),
  line: integer('Where in the file, from 1.'),
  reason: text('Why it can’t be made for you, or what it is for.'),
  lines: list('The exact lines to add.', text('One line.')),
});

export const paths = (description: string) => list(description, text('From the app’s root, with / between names.'));
