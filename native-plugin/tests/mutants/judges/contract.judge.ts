import { describe, it } from 'vitest';
import { BEHAVIOURS } from '../../contract/behaviours/behaviours.ts';
import { DeviceWorld } from '../../contract/device-world.ts';

/** What is due is done when a timer of no length has run. */
const quiet = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

describe.each(BEHAVIOURS)('$topic', ({ rows }) => {
  it.each(rows)('$name', async ({ on = {}, run }) => {
    await run(new DeviceWorld(on, (service) => ({ service, quiet, end: () => undefined })));
  });
});
