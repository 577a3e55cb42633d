import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const document = readFileSync(new URL('docs/threat-model.md', root), 'utf8');

function scenariosOfAndroid(): Set<string> {
  const folder = new URL('native-plugin/scenarios/', root);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.flatMap(
    (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { scenarios: Scenario[] }).scenarios,
  );
  return new Set(all.filter(({ platforms = ['android'] }) => platforms.includes('android')).map(({ id }) => id));
}

interface Scenario {
  readonly id: string;
  readonly platforms?: readonly string[];
}

/** Of lines as `- android-2: …`. */
function unknownScenarios(markdown: string): string[] {
  const known = scenariosOfAndroid();
  const lines = markdown.split('\n').filter((line) => /^- android-\d+: /.test(line));
  const named = lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  return lines.length === 0 ? ['no scenario is named'] : named.filter((name) => !known.has(name));
}

test('the threat model names scenarios that are played on Android', () => {
  expect(unknownScenarios(document)).toEqual([]);
  expect(unknownScenarios(document.replace('`an-older-envelope`', '`a-newer-envelope`'))).toEqual(['a-newer-envelope']);
  expect(unknownScenarios('')).toEqual(['no scenario is named']);
});
