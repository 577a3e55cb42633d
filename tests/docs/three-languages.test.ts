import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksIn } from './code-in.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test.each([
  ['ts', 'native-plugin/src/core/slots/attempt-rules.ts'],
  ['swift', 'native-plugin/ios/Sources/VaultCore/Slots/AttemptRules.swift'],
  ['java', 'native-plugin/android/src/main/java/dev/identityvault/capacitor/core/slots/AttemptRules.java'],
])('what docs/architecture.md shows in %s is in %s', (language, path) => {
  const shown = blocksIn(read('docs/architecture.md'), language);
  expect(shown).toHaveLength(1);
  expect(withoutIndentation(read(path))).toContain(withoutIndentation(shown[0] ?? ''));
});

function withoutIndentation(code: string): string {
  return code
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
