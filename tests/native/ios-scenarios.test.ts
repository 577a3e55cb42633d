import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetProfiles, iosApp, isWatched, judgeIosCoverage } from '../../scripts/native/ios-app.mjs';
import { IosPhone, iosStateOf } from './ios/ios-phone.ts';
import { readScenarios } from './phone/read-scenarios.ts';
import { ScenarioRun } from './phone/scenario-run.ts';

const executable = await iosApp();
let run: ScenarioRun | undefined;

beforeAll(() => {
  forgetProfiles();
});

afterEach(async () => {
  await run?.phone.throwAway();
});

describe.each(readScenarios('ios'))('$file', ({ mine }) => {
  it.each(mine.map((scenario) => [scenario.id, scenario] as const))('%s', async (_, scenario) => {
    run = new ScenarioRun(new IosPhone(executable, iosStateOf(scenario.phone ?? {})), scenario);
    await run.play();
    expect(run.phone.printed).not.toMatch(/ThreadSanitizer/);
    if (!scenario.logs) expect(run.phone.printed).not.toMatch(/CANARY/);
  });
});

it.skipIf(isWatched)('the scenarios run what the platform layer has', async () => {
  await run?.phone.quit();
  expect(await judgeIosCoverage()).toMatch(/ lines /);
});
