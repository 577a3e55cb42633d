import { expect, it, vi } from 'vitest';
import { TestDevice } from '../../../src/testing/test-device.ts';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';

it('sweeps left-over keys once, when the app has started; a failure is nobody’s business', async () => {
  const sweep = vi.fn(() => Promise.reject(new Error('storage is busy')));
  const device = new TestDevice(new ScriptedPrompt('1234'));
  device.parts = { sweep };
  device.boot(new ScriptedPrompt('1234'));
  device.background(9_999);
  expect(sweep).not.toHaveBeenCalled();
  device.background(1);
  expect(sweep).toHaveBeenCalledTimes(1);
  device.background(60_000);
  expect(sweep).toHaveBeenCalledTimes(1);
  await expect(sweep.mock.results[0]?.value).rejects.toThrow('storage is busy');
});
