import { CliError } from '../model/errors.ts';
import { uncheckable, type CompilerError, type TypeCheck, type Verification } from '../model/verification.ts';
import { newErrors } from './new-errors.ts';
import type { FoundError } from './parse-errors.ts';
import { runTypeCheck, type TypeCheckResult } from './run-type-check.ts';

/** Told as a check starts and as it ends. */
export type CheckProgress = (event: {
  readonly typed: string;
  readonly errors?: number;
  readonly failure?: string;
}) => void;

/** The app's type check as it is before a run writes. */
export interface FirstCheck {
  readonly verification: Verification;
  /** The same once more, after it. A check that gives no result is told, and never an exception: the files are written. */
  again(): Promise<Verification>;
}

/**
 * Checks the types of the app before anything is written.
 * @throws CliError `UNSUPPORTED` where that can't be done: there would be nothing to compare with; `INTERRUPTED`
 */
export async function firstCheck(check: TypeCheck, root: string, progress: CheckProgress): Promise<FirstCheck> {
  const run = () => tellCheck(check, root, progress);
  const before = errorsOrRefusal(await run(), check);
  const verification: Verification = {
    compiler: check.compiler,
    tsConfig: check.tsConfig,
    errorsBefore: before.length,
  };
  const again = async (): Promise<Verification> => {
    const result = await run();
    if ('failure' in result) return { ...verification, failure: result.failure };
    const { errors } = result;
    return { ...verification, errorsAfter: errors.length, newErrors: newErrors(before, errors).map(withoutSource) };
  };
  return { verification, again };
}

async function tellCheck(check: TypeCheck, root: string, progress: CheckProgress): Promise<TypeCheckResult> {
  const { typed } = check;
  progress({ typed });
  const result = await runTypeCheck(check, { root });
  progress({ typed, ...('failure' in result ? { failure: result.failure } : { errors: result.errors.length }) });
  return result;
}

function errorsOrRefusal(result: TypeCheckResult, { typed }: TypeCheck): readonly FoundError[] {
  const hint = `See what it says without this tool: npx ${typed}. Or leave out --verify.`;
  if ('failure' in result) {
    if (result.isInterrupted) throw new CliError('INTERRUPTED', 'Interrupted; nothing was written.');
    throw uncheckable(result.failure, hint);
  }
  const { errors } = result;
  // With such an error a compiler looks at no code, before the run and after it.
  const [first] = errors;
  if (first !== undefined && errors.every(isAboutSettings))
    throw uncheckable(`the compiler gets no further than “${first.code}: ${first.message}”`, hint);
  return errors;
}

function isAboutSettings({ path }: CompilerError): boolean {
  return path === undefined || path.endsWith('.json');
}

/** The text of the line serves to compare. */
function withoutSource({ path, line, column, code, message }: FoundError): CompilerError {
  return {
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    code,
    message,
  };
}
