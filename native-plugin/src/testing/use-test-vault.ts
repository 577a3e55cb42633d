import { choosePlatform } from '../platform.ts';
import { ScriptedPrompt } from './scripted-prompt.ts';
import { TestDevice } from './test-device.ts';
import type { TestVault, TestVaultOptions } from './test-vault.ts';

/**
 * Puts every vault made from now on into memory. Call it before the identity service is constructed.
 *
 * @example
 * let vault: TestVault;
 * beforeEach(() => (vault = useTestVault()));
 * afterEach(() => vault.restore());
 *
 * it('forgets the token when it is locked', async () => {
 *   const identity = TestBed.inject(IdentityService);
 *   await identity.login({ username: 'ada', token: 'secret' });
 *   await vault.lock();
 *   expect(await identity.getSession()).toBeUndefined();
 * });
 */
export function useTestVault({ passcode = '12345678', biometrics = 'none' }: TestVaultOptions = {}): TestVault {
  let prompt = new ScriptedPrompt(passcode);
  let device = newDevice();
  choosePlatform(() => Promise.resolve(device.registry));

  return {
    enterPasscode(entered) {
      prompt.passcode = entered;
    },
    cancelPrompts() {
      prompt.passcode = undefined;
    },
    get promptCount() {
      return prompt.count;
    },
    answerBiometrics(outcome) {
      device.biometrics.outcome = outcome;
    },
    get biometricPromptCount() {
      return device.biometrics.promptCount;
    },
    enrolBiometrics() {
      device.biometrics.enrol();
    },
    lock() {
      for (const vault of device.registry.vaults) vault.lock();
      return Promise.resolve();
    },
    background(milliseconds) {
      device.background(milliseconds);
      return Promise.resolve();
    },
    restart() {
      device.boot(prompt);
    },
    reset() {
      prompt = new ScriptedPrompt(passcode);
      device = newDevice();
    },
    restore() {
      choosePlatform(undefined);
    },
  };

  function newDevice(): TestDevice {
    const made = new TestDevice(prompt);
    made.biometrics.state = biometrics;
    return made;
  }
}
