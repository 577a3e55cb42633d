import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Platform, Scenario } from './scenario.ts';

const folder = fileURLToPath(new URL('../../../native-plugin/scenarios', import.meta.url));

/** What is played on a platform, by file. */
export function readScenarios(
  platform: Platform,
): readonly { readonly file: string; readonly mine: readonly Scenario[] }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = files.map((file) => {
    const { scenarios } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { readonly scenarios: Scenario[] };
    return { file, mine: scenarios.filter(({ platforms = [platform] }) => platforms.includes(platform)) };
  });
  return read.filter(({ mine }) => mine.length > 0);
}
