import { expect } from 'vitest';
import { codeOf } from '../../support/code-of.ts';
import type { Behaviour } from '../world.ts';

export const device: readonly Behaviour[] = [
  {
    name: 'without anything',
    async run({ service }) {
      expect([await service.device.isBiometricsSupported(), await service.device.isBiometricsAvailable()]).toEqual([
        false,
        false,
      ]);
      expect(await service.device.facts()).toMatchObject({
        hardware: [],
        strength: 'weak',
        isSystemPasscodeSet: false,
      });
    },
  },
  {
    name: 'with hardware that nobody set up',
    on: { biometrics: 'supported', systemPasscode: true },
    async run({ service }) {
      expect([await service.device.isBiometricsSupported(), await service.device.isBiometricsAvailable()]).toEqual([
        true,
        false,
      ]);
      expect(await service.device.facts()).toEqual({
        hardware: ['fingerprint'],
        strength: 'strong',
        hasSecureHardware: true,
        permission: 'granted',
        isLockedOut: false,
        isSystemPasscodeSet: true,
      });
    },
  },
  {
    name: 'proves a person by a prompt, or says why not',
    on: { biometrics: 'enrolled' },
    async run(world) {
      const show = () => codeOf(world.service.device.showBiometricPrompt({ iosBiometricsLocalizedReason: 'To pay' }));
      const outcomes = [await show()];
      world.answerBiometrics('canceled');
      outcomes.push(await show());
      world.answerBiometrics('lockedOut');
      outcomes.push(await show());
      expect(outcomes).toEqual(['resolved', 'UserCanceledInteraction', 'iOSBiometricsLockedOut']);
      expect(world.biometricPromptCount).toBe(3);
      expect(await world.service.device.facts()).toMatchObject({ isLockedOut: true });
    },
  },
];
