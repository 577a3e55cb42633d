import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { bridgeOver } from '../../support/native-side/bridge-over.ts';
import { NativeSide } from '../../support/native-side/native-side.ts';
import { ScriptedNative } from '../../support/native-side/scripted-native.ts';
import { PASSCODE, SETTINGS } from '../../contract/world.ts';

const CANARY = 'canary-7f3a';
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
let logged: unknown[][];

beforeEach(() => {
  logged = [];
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation((...parts) => void logged.push(parts));
});
afterEach(() => vi.restoreAllMocks());

/** All that an error shows to whoever prints, inspects or sends it. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const own = Object.getOwnPropertyNames(error).map((name) =>
    String((error as unknown as Record<string, unknown>)[name]),
  );
  return [String(error), JSON.stringify(error), ...own, error.cause === undefined ? '' : shown(error.cause)].join();
}

async function errorsOf(vault: OpenVault): Promise<unknown[]> {
  const key = `${CANARY}-key`;
  const value = [{ key, json: `"${CANARY}"` }];
  const calls: (() => Promise<unknown>)[] = [
    () => vault.write(value),
    () => vault.replace(1, value, `${CANARY}\ud800`),
    () => vault.replace(1, value, '1'),
    () => vault.replace(0, value),
    () => vault.replace(1, value, `${CANARY}-passcode`),
    () => vault.read([key]),
    () => vault.write([{ key: `${key}${'x'.repeat(1024)}`, json: '1' }]),
    () => vault.write([{ key: `${key}\ud800`, json: '1' }]),
    () => vault.rekey(0, `${CANARY}-passcode`),
    () => vault.lock(),
    () => vault.read([key]),
    () => vault.unlockWithPasscode(`${CANARY}-wrong`),
    () => vault.unlockWithPasscode(`${CANARY}\ud800`),
    () => vault.unlockWithPasscode(`${CANARY}-passcode`),
    () => vault.readAll(),
  ];
  const errors: unknown[] = [];
  for (const call of calls) await call().catch((error: unknown) => void errors.push(error));
  return errors;
}

it('a whole life of a vault logs nothing, and no error has a value, a key, a passcode or the capability', async () => {
  const native = new NativeSide(new TestDevice(new ScriptedPrompt(PASSCODE)).service);
  const { page, service } = bridgeOver(native);
  const errors = await errorsOf(await service.open({ key: 'app' }, SETTINGS));
  expect(errors.length).toBeGreaterThan(7);
  expect(page.traffic.some(({ json }) => json.includes(CANARY))).toBe(true);
  const texts = errors.map(shown).join();
  expect(texts).not.toContain(CANARY);
  expect(texts).not.toContain(native.capability);
  expect(logged).toEqual([]);
  const refusals = page.traffic.filter(({ to, json }) => to === 'page' && json.startsWith('{"code"'));
  expect(refusals.length).toBeGreaterThan(3);
  expect(refusals.map(({ json }) => json).join()).not.toContain(CANARY);
});

const CARELESS: readonly { name: string; answer: (id: string) => unknown }[] = [
  { name: 'a message', answer: () => Promise.reject(new Error(CANARY)) },
  { name: 'a code', answer: () => Promise.reject(Object.assign(new Error(), { code: CANARY })) },
  {
    name: 'a reason',
    answer: (id) =>
      Promise.reject(Object.assign(new Error(), { code: 'Corrupt', data: { id, events: 0, reason: CANARY } })),
  },
  {
    name: 'an id',
    answer: () => Promise.reject(Object.assign(new Error(), { code: 'Corrupt', data: { id: CANARY, events: 0 } })),
  },
  { name: 'the result of a call that has none', answer: (id) => ({ id, events: 0, result: CANARY }) },
  { name: 'text in place of an answer', answer: () => CANARY },
];

it.each(CARELESS)('a native side that puts a secret into $name: it goes no further', async ({ answer }) => {
  const native = new ScriptedNative();
  const vault = await native.open();
  native.answers.erase = ({ id }) => answer(id);
  const error: unknown = await vault.erase().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(shown(error)).not.toContain(CANARY);
  expect(logged).toEqual([]);
});
