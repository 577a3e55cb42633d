import { afterEach, beforeEach, expect, it } from 'vitest';
import { Device, IonicIdentityVaultUser, Vault, VaultType } from '../../../src/index.ts';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import type { CallMessage } from '../../../src/vaults/bridged/call-message.ts';
import { chooseService } from '../../../src/vaults/current-service.ts';
import { bridgeOver, type Bridged } from '../../support/native-side/bridge-over.ts';
import { NativeSide } from '../../support/native-side/native-side.ts';

let bridged: Bridged;

beforeEach(() => {
  const device = new TestDevice(new ScriptedPrompt('12345678'));
  device.biometrics.enrol();
  bridged = bridgeOver(new NativeSide(device.boot(new ScriptedPrompt('12345678'))));
  chooseService(() => bridged.service);
});
afterEach(() => chooseService(undefined));

function sent(call: string): Readonly<Record<string, unknown>>[] {
  const messages = bridged.page.traffic
    .filter(({ to }) => to === 'native')
    .map(({ json }) => JSON.parse(json) as CallMessage);
  return messages.filter((message) => message.call === call).map((message) => message.arguments);
}

it("version 4's texts of prompts go to native under one name each", async () => {
  class Identity extends IonicIdentityVaultUser {}
  const texts = { androidPromptTitle: 'Title', androidPromptSubtitle: null, iosPromptText: 'To log in' };
  await new Identity({ ready: () => Promise.resolve() }, texts).ready();
  expect(sent('open')).toMatchObject([
    { settings: { texts: { androidBiometricsPromptTitle: 'Title', iosBiometricsLocalizedReason: 'To log in' } } },
  ]);
});

it('those of versions 5 and 6 go as they are, and nothing else of the configuration', async () => {
  const texts = { androidBiometricsNegativeButtonText: 'No', iosBiometricsLocalizedFallbackTitle: 'Passcode' };
  await new Vault().initialize({
    key: 'app',
    type: VaultType.SecureStorage,
    ...texts,
    androidBiometricsPromptSubtitle: null,
  });
  await Device.showBiometricPrompt({ ...texts, key: 'app' } as never);
  expect(sent('open').map(({ settings }) => (settings as { texts: unknown }).texts)).toEqual([texts]);
  expect(sent('showBiometricPrompt')).toEqual([{ texts }]);
});
