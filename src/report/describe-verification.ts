import { isWorse, type CompilerError, type Verification } from '../model/verification.ts';
import { wrap, wrapItem } from '../text/wrap.ts';
import type { Look } from './look.ts';

interface Told {
  readonly look: Look;
  /** The command that takes the run back. */
  readonly undo: string;
  /** Are steps left for a person? They may be why something doesn't compile yet. */
  readonly hasSteps: boolean;
}

/** More would hide what comes before; the document has them all. */
const shownErrors = 20;

/** What `--verify` found, for people. */
export function describeVerification(verification: Verification, told: Told): string {
  const { compiler, tsConfig } = verification;
  const lines = [...verdict(verification, told.look), ...(isWorse(verification) ? wayOn(verification, told) : [])];
  const title = told.look.paint('bold', 'Type check');
  return `\n${title}  (${compiler}, ${tsConfig})\n${lines.map((line) => `  ${line}`.trimEnd() + '\n').join('')}`;
}

function verdict({ errorsBefore, errorsAfter, newErrors = [], failure }: Verification, { width }: Look): string[] {
  if (failure !== undefined) {
    const [first = '', ...more] = `The second check gave no result: ${failure}`.split('\n');
    return [...wrap(first, width), ...more, `Before the run there ${were(errorsBefore)}.`];
  }
  if (errorsAfter === undefined) {
    const has = `The app as it is has ${errors(errorsBefore)}`;
    return wrap(`${has}; nothing was written that could be checked${furtherUnseen(errorsBefore)}`, width);
  }
  if (newErrors.length === 0) {
    const now = `and there ${errorsAfter === 1 ? 'is' : 'are'} ${errorsAfter === 0 ? 'none' : String(errorsAfter)} now`;
    return wrap(`Nothing is new: there ${were(errorsBefore)} before, ${now}${furtherUnseen(errorsAfter)}`, width);
  }
  return [
    ...wrap(
      `${errors(newErrors.length)} ${newErrors.length === 1 ? 'is' : 'are'} new; there ${were(errorsBefore)} before.`,
      width,
    ),
    ...newErrors.slice(0, shownErrors).flatMap((error) => errorLines(error, width)),
    ...(newErrors.length > shownErrors
      ? [`and ${String(newErrors.length - shownErrors)} more: --json has them all`]
      : []),
  ];
}

/** A compiler looks at one kind of mistake after the other, and stops where it found some. */
function furtherUnseen(count: number): string {
  return count === 0 ? '.' : '. As long as there are errors, a compiler may leave other parts unchecked.';
}

function wayOn({ failure }: Verification, { undo, hasSteps, look }: Told): string[] {
  const steps = hasSteps && failure === undefined ? ' Steps that are left for you (above) may be the reason.' : '';
  return ['', ...wrap(`What was written stays.${steps} To go back:`, look.width), `  ${undo}`];
}

function errorLines({ path, line, column, code, message }: CompilerError, width: number): string[] {
  const place = path === undefined ? code : `${path}:${String(line)}:${String(column)}  ${code}`;
  return [place, ...message.split('\n').flatMap((text) => wrapItem('  ', text.trim(), width))];
}

function were(count: number): string {
  return `${count === 1 ? 'was' : 'were'} ${errors(count)}`;
}

function errors(count: number): string {
  return `${count === 0 ? 'no' : String(count)} ${count === 1 ? 'error' : 'errors'}`;
}
