import { expect, it } from 'vitest';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import { VaultErrorCodes } from '../../../src/definitions/errors.ts';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { Biometrics } from '../../../src/vaults/local/platform.ts';
import type { Settings } from '../../../src/vaults/settings.ts';

const SETTINGS: Settings = {
  mode: MODE.BiometricOnly,
  lockAfter: null,
  hideScreen: false,
  wipeAtMax: true,
  maxAttempts: 5,
  onEnrollmentChange: 'requireOther',
};

function open(biometrics: Partial<Biometrics>) {
  const device = new TestDevice(new ScriptedPrompt('12345678'));
  device.parts = { biometrics: { isSupported: () => Promise.resolve(true), ...biometrics } as Biometrics };
  return device.boot(new ScriptedPrompt('12345678')).open({ key: 'app' }, SETTINGS);
}

it('a mode that has no way to unlock here is told when it is used: until then the vault is empty, and has no slots', async () => {
  const vault = await open({ isAvailable: () => Promise.resolve(false) });
  expect(await vault.status()).toMatchObject({ kinds: [], isStored: false });
  await expect(vault.write([{ key: 'a', json: '1' }])).rejects.toMatchObject({ code: VaultErrorCodes.PolicyNotMet });
});

it('biometrics that can not be looked at now are not taken for missing', async () => {
  const isAvailable = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'busy'));
  const vault = await open({ isAvailable });
  await expect(vault.status()).rejects.toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
});
