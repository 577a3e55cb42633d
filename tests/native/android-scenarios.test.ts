import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { androidPhone } from '../../scripts/native/android/android-phone.mjs';
import { androidSystems } from '../../scripts/native/android/systems.mjs';
import { AndroidMachine } from './android/android-machine.ts';
import { AndroidPhone, androidStateOf } from './android/android-phone.ts';
import { readScenarios } from './phone/read-scenarios.ts';
import { ScenarioRun } from './phone/scenario-run.ts';

const command = await androidPhone();

const scenarios = readScenarios('android').flatMap(({ mine }) => mine);

describe.each(androidSystems())('API %i', (sdk) => {
  let machine: AndroidMachine;
  let run: ScenarioRun | undefined;

  beforeAll(() => {
    machine = new AndroidMachine(command, sdk);
  });
  afterAll(() => machine.turnOff());
  afterEach(() => run?.phone.throwAway());

  const playable = scenarios.filter(({ since = 0, until = Infinity }) => since <= sdk && sdk <= until);
  it.each(playable.map((scenario) => [scenario.id, scenario] as const))('%s', async (_, scenario) => {
    run = new ScenarioRun(new AndroidPhone(machine, androidStateOf(scenario.phone ?? {})), scenario);
    await run.play();
    if (!scenario.logs) expect(run.phone.printed).not.toMatch(/CANARY/);
  });
});
