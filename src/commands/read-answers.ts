import type { FlagValues } from '../cli/flags/flag.ts';
import type { answers } from '../cli/flags/shared-flags.ts';
import { readAnswersFile } from '../inspect/read-answers-file.ts';
import { parseAnswers as readSource } from '../options/catalog/config-file.ts';
import type { Source } from '../options/sources.ts';
import type { RunContext } from './run-context.ts';

/** What a command has to know that takes `--answers`. */
export type AnsweredContext = RunContext<FlagValues<readonly [typeof answers]>>;

/** What `--answers` names, where it was given. */
export async function readAnswers({ host, invocation }: AnsweredContext): Promise<Source | undefined> {
  const { answers: file } = invocation;
  if (file === undefined) return undefined;
  return readSource(await readAnswersFile(host, file), file === '-' ? 'the answers on stdin' : file);
}
