import { describe, expect, it } from 'vitest';
import { VaultErrorCodes } from '../../../src/index.ts';
import type { CallName } from '../../../src/vaults/bridged/calls.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { ScriptedNative } from '../../support/native-side/scripted-native.ts';

type Try = (vault: OpenVault, native: ScriptedNative) => Promise<unknown>;

const STATUS = {
  mode: 1,
  kinds: [3],
  isStored: true,
  isInUse: true,
  hasSession: false,
  isLocked: true,
  isPasscodeSetupNeeded: false,
  attemptsLeft: 5,
};
const PROTECTION = {
  persistent: 'yes',
  encryptedAtRest: 'yes',
  nonExtractableKey: 'yes',
  hardwareBacked: 'unknown',
  userVerification: 'no',
  offlineGuessing: 'impossible',
  attemptLimit: 'enforced',
  passcodeSeenByJs: 'no',
};
const FACTS = {
  hardware: ['face'],
  strength: 'strong',
  hasSecureHardware: true,
  permission: 'granted',
  isLockedOut: false,
  isSystemPasscodeSet: true,
};
const ENTRY = { key: 'a', json: '{"secret":1}' };

const EXPECTED = { callbackUrl: 'com.example.app:/callback', state: 'a' };
const REQUEST = { method: 'GET', url: 'https://a.example/', headers: [], timeout: 1 } as const;
const ANSWER = { status: 200, headers: [{ name: 'date', value: 'now' }], body: '{}' };

/** What each call may be answered with. */
const RIGHT: readonly {
  readonly call: CallName;
  readonly result: unknown;
  readonly tried: Try;
  readonly gives?: unknown;
}[] = [
  { call: 'status', result: STATUS, tried: (vault) => vault.status() },
  { call: 'status', result: { ...STATUS, attemptsLeft: null }, tried: (vault) => vault.status() },
  { call: 'protection', result: PROTECTION, tried: (vault) => vault.protection() },
  { call: 'deviceFacts', result: FACTS, tried: (_, { service }) => service.device.facts() },
  { call: 'isUnlocked', result: true, tried: (vault) => vault.isUnlocked() },
  { call: 'keys', result: ['a', 'b'], tried: (vault) => vault.keys() },
  { call: 'read', result: [ENTRY], tried: (vault) => vault.read(['a', 'b']) },
  { call: 'readAll', result: [ENTRY], tried: (vault) => vault.readAll() },
  { call: 'slotsFor', result: [1, 3], tried: (vault) => vault.slotsFor(2) },
  {
    call: 'choosePasscode',
    result: { chosen: 'r'.repeat(22) },
    tried: (vault) => vault.choosePasscode(),
    gives: 'r'.repeat(22),
  },
  { call: 'choosePasscode', result: { chosen: null }, tried: (vault) => vault.choosePasscode(), gives: undefined },
  {
    call: 'openAuthSession',
    result: { url: 'com.example.app:/callback?state=a' },
    tried: (_, { service }) => service.auth.openSession({ ...EXPECTED, url: 'https://a.example/', isEphemeral: false }),
    gives: 'com.example.app:/callback?state=a',
  },
  {
    call: 'takeAuthCallback',
    result: { url: 'com.example.app:/callback?state=a' },
    tried: (_, { service }) => service.auth.takeCallback(EXPECTED),
    gives: 'com.example.app:/callback?state=a',
  },
  { call: 'sendToProvider', result: ANSWER, tried: (_, { service }) => service.auth.send(REQUEST) },
  { call: 'hidesScreen', result: false, tried: (_, { service }) => service.device.hidesScreen() },
];

/** Every way to spoil one part of a right answer: without it, and with what it must not be. */
function spoiled(result: unknown): unknown[] {
  const others = [undefined, 'secret', 1.5, -1, {}, ['secret', 'secret'], Number.MAX_VALUE];
  if (typeof result !== 'object' || result === null) return others.filter((other) => typeof other !== typeof result);
  const parts = Object.keys(result).flatMap((name) => {
    const part = (result as Record<string, unknown>)[name];
    return spoiled(part).map((other) =>
      Object.assign(Array.isArray(result) ? [...(result as unknown[])] : { ...result }, { [name]: other }),
    );
  });
  return [...others.filter((other) => Array.isArray(other) !== Array.isArray(result)), ...parts];
}

const MAY_BE_EMPTY: readonly CallName[] = ['choosePasscode', 'openAuthSession', 'takeAuthCallback'];

/** Texts of which nothing is known but that they are texts. */
const isRightAnyway = (result: unknown): boolean =>
  JSON.stringify(result) === '{}' || JSON.stringify(result) === '{"chosen":null}';

async function told(native: ScriptedNative, tried: Try): Promise<unknown> {
  const vault = await native.open();
  return tried(vault, native).then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
}

describe.each(RIGHT)('$call', ({ call, result, tried, ...row }) => {
  it('a right answer is taken, with what later versions may add', async () => {
    const native = new ScriptedNative();
    native.results[call] = Array.isArray(result) || typeof result !== 'object' ? result : { ...result, added: 'later' };
    expect(await told(native, tried)).toEqual({ value: 'gives' in row ? row.gives : result });
  });

  it('one that is spoiled anywhere is refused, and the error says where and not what', async () => {
    const answers = spoiled(result).filter((one) => !(MAY_BE_EMPTY.includes(call) && isRightAnyway(one)));
    expect(answers.length).toBeGreaterThan(3);
    for (const answer of answers) {
      const native = new ScriptedNative();
      native.results[call] = answer;
      const error = (await told(native, tried)) as Error;
      expect([{ answer }, error]).toMatchObject([{ answer }, { code: VaultErrorCodes.VaultUnavailable }]);
      expect(error.message).toContain(call);
      expect(error.message).not.toContain('secret');
    }
  });
});

const UNASKED: readonly { readonly name: string; readonly result: unknown }[] = [
  { name: 'a value that was not asked for', result: [{ key: 'b', json: '1' }] },
  { name: 'one value twice', result: [ENTRY, ENTRY] },
  { name: 'a value that is no JSON', result: [{ key: 'a', json: '{"secret' }] },
  { name: 'a key that is too long', result: [{ key: 'a'.repeat(1025), json: '1' }] },
];

it.each(UNASKED)('a read is refused where it gives $name', async ({ result }) => {
  const native = new ScriptedNative();
  native.results.read = result;
  const error = (await told(native, (vault) => vault.read(['a']))) as Error;
  expect(error).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
  expect(`${error.message} ${String(error.cause)}`).not.toContain('secret');
});

const WRONG: readonly { readonly name: string; readonly answer: unknown }[] = [
  { name: 'nothing', answer: undefined },
  { name: 'a list', answer: [] },
  { name: 'no id', answer: { events: 0, result: true } },
  { name: 'the id of another call', answer: { id: '6.2', events: 0, result: true } },
  { name: 'no number of events', answer: { id: '7.3', result: true } },
];

it.each(WRONG)('an answer is refused that is, or has, $name', async ({ answer }) => {
  const native = new ScriptedNative();
  native.answers.isUnlocked = () => answer;
  expect(await told(native, (vault) => vault.isUnlocked())).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
  native.answers.isUnlocked = ({ id }) => ({ id, events: 0, result: true });
  expect(await told(native, (vault) => vault.isUnlocked())).toEqual({ value: true });
});

it.each([199, 302, 600, 1000])('an answer of a provider with the status %i is none', async (status) => {
  const native = new ScriptedNative();
  native.results.sendToProvider = { ...ANSWER, status };
  const error = (await told(native, (_, { service }) => service.auth.send(REQUEST))) as Error;
  expect(error).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
});

it('an answer of a provider that is too large is refused', async () => {
  const native = new ScriptedNative();
  native.results.sendToProvider = { ...ANSWER, body: 'secret'.repeat(200_000) };
  const error = (await told(native, (_, { service }) => service.auth.send(REQUEST))) as Error;
  expect(error).toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
  expect(error.message).not.toContain('secret');
});
