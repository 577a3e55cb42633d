import { expect, it } from 'vitest';
import { CORE_ERROR_CODES } from '../../../src/core/ports/core-error.ts';
import { VaultErrorCodes } from '../../../src/index.ts';
import { ScriptedNative } from '../../support/native-side/scripted-native.ts';
import bridge from '../../../BRIDGE.md?raw';

async function refused(code: unknown, data?: (id: string) => unknown): Promise<Error & { code: number }> {
  const native = new ScriptedNative();
  const vault = await native.open();
  native.answers.lock = ({ id }) => {
    throw Object.assign(new Error('token=secret'), { code, ...(data && { data: data(id) }) });
  };
  return vault.lock().then(
    () => expect.unreachable(),
    (error: unknown) => error as Error & { code: number },
  );
}

const names = Object.keys(VaultErrorCodes).filter((name) => Number.isNaN(Number(name)));

it.each(names)('%s is told under its code, with a text of JavaScript', async (name) => {
  const error = await refused(name, (id) => ({ id, events: 0 }));
  expect(error).toMatchObject({ name: 'VaultError', code: VaultErrorCodes[name as keyof typeof VaultErrorCodes] });
  expect(error.message).not.toContain('secret');
  expect(error.message.length).toBeGreaterThan(10);
  expect(error.cause).toBeUndefined();
});

it.each(CORE_ERROR_CODES)('the reason %s gives the text that it has in a browser', async (reason) => {
  const error = await refused('Unknown', (id) => ({ id, events: 0, reason, retryAfter: 61_000 }));
  expect(error.message).toMatch(/Try again in 61 seconds\.$/);
  expect(error.message).not.toContain('VaultErrorCodes');
  expect(bridge).toContain(`\`${reason}\``);
});

it.each(['NO_BIOMETRIC_KEYS', 'NO_DEVICE_CREDENTIAL_KEYS', 'PASSCODE_NOT_ALLOWED'])('so does %s', async (reason) => {
  const error = await refused('PolicyNotMet', (id) => ({ id, events: 0, reason }));
  expect(error.message).not.toContain('VaultErrorCodes');
  expect(bridge).toContain(`\`${reason}\``);
});

it.each(['UNIMPLEMENTED', 'BridgeCapability', 'BridgeArguments', 'BridgeVault'])('%s is no vault', async (code) => {
  const error = await refused(code, code === 'UNIMPLEMENTED' ? undefined : (id) => ({ id, events: 0 }));
  expect(error).toMatchObject({
    code: VaultErrorCodes.VaultUnavailable,
    message: expect.stringContaining(code) as string,
  });
});

it.each(['token=secret', '1', 'constructor', 6, null, undefined])(
  'neither is %o, and it is not repeated',
  async (code) => {
    const error = await refused(code, (id) => ({ id, events: 0, reason: 'token=secret' }));
    expect(error).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
    expect(error.message).not.toMatch(/secret|constructor/);
  },
);

it('a rejection of another call is not believed', async () => {
  const error = await refused('TooManyFailedAttempts', () => ({ id: '6.1', events: 0 }));
  expect(error).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
});
