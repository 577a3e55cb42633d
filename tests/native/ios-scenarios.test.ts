import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetProfiles, iosApp, isWatched, judgeIosCoverage } from '../../scripts/native/ios-app.mjs';
import { Phone, phoneOf } from './ios/phone.ts';
import { ScenarioRun } from './ios/scenario-run.ts';
import type { Scenario } from './ios/scenario.ts';

const folder = fileURLToPath(new URL('../../native-plugin/scenarios', import.meta.url));
const executable = await iosApp();
let run: ScenarioRun | undefined;

beforeAll(() => {
  forgetProfiles();
});

const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const scenarios = files.map((file) => {
  const { scenarios: all } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
    readonly scenarios: Scenario[];
  };
  return { file, mine: all.filter(({ platforms }) => platforms === undefined || platforms.includes('ios')) };
});

afterEach(async () => {
  await run?.phone.throwAway();
});

describe.each(scenarios)('$file', ({ mine }) => {
  it.each(mine.map((scenario) => [scenario.id, scenario] as const))('%s', async (_, scenario) => {
    run = new ScenarioRun(new Phone(executable, phoneOf(scenario.phone ?? {})), scenario);
    await run.play();
    expect(run.phone.printed).not.toMatch(/ThreadSanitizer/);
    if (!scenario.logs) expect(run.phone.printed).not.toMatch(/CANARY/);
  });
});

it.skipIf(isWatched)('the scenarios run what the platform layer has', async () => {
  await run?.phone.quit();
  expect(await judgeIosCoverage()).toMatch(/ lines /);
});

it('each difference from the other platform has its reason', () => {
  for (const { mine } of scenarios) {
    for (const { id, differs, steps } of mine) {
      const parts = steps.filter((step) => 'ios' in step || step['only'] === 'ios');
      expect([id, parts.length > 0]).toEqual([id, differs?.ios !== undefined]);
    }
  }
});
