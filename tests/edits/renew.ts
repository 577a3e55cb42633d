import { outcomeOf, writeOutcome, type Case } from './cases.ts';
import { rulesFor } from './rules.ts';

/**
 * Writes what comes of a case today, where every rule holds for it: a case that breaks one stays as it is.
 * @returns the name of the file that was written; `undefined` where nothing changed
 * @throws the assertion of the rule that does not hold
 */
export async function renew(one: Case): Promise<string | undefined> {
  const outcome = await outcomeOf(one.edit, one.input);
  for (const { hold } of rulesFor(one, outcome)) await hold();
  return writeOutcome(one, outcome);
}
