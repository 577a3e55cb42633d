import { anchorCases } from './anchor-cases.ts';
import { attemptCases } from './attempt-cases.ts';
import { backgroundTraces } from './background-traces.ts';
import { deviceFunctionCases } from './device-function-cases.ts';
import { envelopeCases } from './envelope-cases.ts';
import { kemCases } from './kem-cases.ts';
import { knownAnswers } from './known-answers.ts';
import { leaseTraces } from './lease-traces.ts';
import { lifecycleTraces } from './lifecycle-traces.ts';
import { operationCases } from './operations/operation-cases.ts';
import { passcodeCases } from './passcode-cases.ts';
import { payloadCases } from './payload-cases.ts';
import { ruleTraces } from './rule-traces.ts';
import { secondTimeTraces } from './second-time-traces.ts';
import { scopeCases } from './scope-cases.ts';
import { unlockTraces } from './unlock-traces.ts';
import { withDue } from './trace-steps.ts';
import { textOf, type VectorFile } from './vector-file.ts';

/** Every vector file, by name: the same text each time. */
export async function generateVectors(): Promise<ReadonlyMap<string, string>> {
  const traces: VectorFile = {
    file: 'state-machine.json',
    about: 'Traces of the lock: after each event, the phase and the effects in their order. README.md lists both.',
    cases: [
      ...backgroundTraces,
      ...unlockTraces,
      ...leaseTraces,
      ...lifecycleTraces,
      ...ruleTraces,
      ...secondTimeTraces,
    ].map(withDue),
  };
  const files = [
    knownAnswers(),
    passcodeCases(),
    payloadCases(),
    traces,
    attemptCases(),
    ...(await Promise.all([
      scopeCases(),
      deviceFunctionCases(),
      envelopeCases(),
      anchorCases(),
      kemCases(),
      operationCases(),
    ])),
  ];
  return new Map(files.map((file) => [file.file, textOf(file)]));
}
