import anchors from '../../../vectors/anchors.json?raw';
import attempts from '../../../vectors/attempts.json?raw';
import deviceFunction from '../../../vectors/device-function.json?raw';
import envelopes from '../../../vectors/envelopes.json?raw';
import kems from '../../../vectors/kems.json?raw';
import knownAnswers from '../../../vectors/known-answers.json?raw';
import operations from '../../../vectors/operations.json?raw';
import passcodes from '../../../vectors/passcodes.json?raw';
import payloads from '../../../vectors/payloads.json?raw';
import scopes from '../../../vectors/scopes.json?raw';
import stateMachine from '../../../vectors/state-machine.json?raw';

/** The committed files, as text. */
export const vectorTexts: ReadonlyMap<string, string> = new Map([
  ['anchors.json', anchors],
  ['attempts.json', attempts],
  ['device-function.json', deviceFunction],
  ['envelopes.json', envelopes],
  ['kems.json', kems],
  ['known-answers.json', knownAnswers],
  ['operations.json', operations],
  ['passcodes.json', passcodes],
  ['payloads.json', payloads],
  ['scopes.json', scopes],
  ['state-machine.json', stateMachine],
]);

/** The cases of a file, read from its text as any implementation would. */
export function casesOf(file: string): readonly unknown[] {
  return (JSON.parse(vectorTexts.get(file) ?? '') as { cases: readonly unknown[] }).cases;
}

export function basesOf(file: string): readonly unknown[] {
  return (JSON.parse(vectorTexts.get(file) ?? '') as { bases: readonly unknown[] }).bases;
}
