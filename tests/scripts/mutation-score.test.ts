import { expect, it } from 'vitest';
import { judgeMutants } from '../../scripts/native/mutants/mutation-score.mjs';

function mutant(layer: string, status: 'KILLED' | 'SURVIVED' | 'NO_COVERAGE' | 'TIMED_OUT'): string {
  const detected = status === 'KILLED' || status === 'TIMED_OUT';
  return `<mutation detected='${String(detected)}' status='${status}' numberOfTestsRun='1'><sourceFile>A.java</sourceFile>
<mutatedClass>dev.identityvault.capacitor.core.${layer}.A$B</mutatedClass></mutation>`;
}

function mutants(count: number, ...each: Parameters<typeof mutant>): readonly string[] {
  return Array.from({ length: count }, () => mutant(...each));
}

function report(...tried: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mutations partial="true">\n${tried.join('\n')}\n</mutations>`;
}

it('says the share of mutants that the tests notice, as a whole and of each layer', () => {
  const says = judgeMutants(
    report(
      ...mutants(16, 'vault', 'KILLED'),
      mutant('codec', 'TIMED_OUT'),
      mutant('codec', 'SURVIVED'),
      ...mutants(2, 'codec', 'KILLED'),
    ),
  );
  expect(says).toBe(
    'all 19 of 20 (95.0 %), codec 3 of 4 (75.0 %), vault 16 of 16 (100.0 %) noticed, 1 of them because they went on for too long',
  );
});

it('fails below 85 %, and says why', () => {
  const enough = report(
    ...mutants(17, 'codec', 'KILLED'),
    mutant('codec', 'SURVIVED'),
    ...mutants(2, 'codec', 'NO_COVERAGE'),
  );
  expect(judgeMutants(enough)).toMatch(/^all 17 of 20 \(85\.0 %\)/);
  const tooFew = report(...mutants(16, 'codec', 'KILLED'), ...mutants(3, 'codec', 'SURVIVED'));
  expect(() => judgeMutants(tooFew)).toThrow(
    'codec 16 of 19 (84.2 %) noticed, 0 of them because they went on for too long; at least 85 %',
  );
});

it('fails where PIT made none', () => {
  expect(() => judgeMutants(report())).toThrow('PIT made no mutants');
});
