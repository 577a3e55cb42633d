import { exitCodes, type ErrorCode, type Place } from '../../model/errors.ts';
import type { ErrorDocument } from '../documents.ts';
import { exitCode, manualStep, version } from './common-shapes.ts';
import { constant, integer, list, object, optional, text, word, type Shape } from './shape.ts';

export const errorCode: Shape<ErrorCode> = word<ErrorCode>('What kind of failure.', {
  INTERNAL: 'a bug in this tool',
  CONFLICT: 'both sides changed something, or an interrupted run is in the way',
  ANSWER_NEEDED: 'a question has no answer, and the run can’t ask',
  UNSUPPORTED: 'not an app this tool can work on, or an install that failed',
  UNREADABLE: 'a file that can’t be read or parsed',
  MANUAL: 'steps are left for a person, and nothing was written',
  UNWRITABLE: 'a file that can’t be written',
  USAGE: 'wrong flags or values',
  INTERRUPTED: 'a signal, or a prompt that was cancelled',
});

const place = object<Place>('Where.', {
  path: text('The file.'),
  line: optional(integer('From 1.')),
  column: optional(integer('From 1.')),
});

const failures = [...new Set<number>(Object.values(exitCodes))].sort((a, b) => a - b);

export const errorDocument = object<ErrorDocument>('Of a command that could not do its work. Nothing stays written.', {
  schemaVersion: version,
  ok: constant(false),
  code: errorCode,
  message: text('What happened, in one sentence.'),
  where: optional(place),
  hint: optional(text('What to do about it, ready to act on; may have several lines.')),
  manual: optional(list('The steps that are left for a person, where that is why.', manualStep)),
  exitCode: exitCode(...failures),
});
