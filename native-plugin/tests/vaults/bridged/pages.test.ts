import { beforeEach, describe, expect, it } from 'vitest';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import type { PasscodePrompt } from '../../../src/vaults/local/passcode-prompt.ts';
import type { CallMessage } from '../../../src/vaults/bridged/call-message.ts';
import { bridgeOver, quiet, type Bridged } from '../../support/native-side/bridge-over.ts';
import { atOnce } from '../../support/native-side/delivery.ts';
import { NativeSide } from '../../support/native-side/native-side.ts';
import { settle } from '../../support/native-side/scripted-native.ts';
import { codeOf } from '../../support/code-of.ts';
import { heardOf } from '../../contract/heard.ts';
import { PASSCODE, SETTINGS } from '../../contract/world.ts';

const ONE = [{ key: 'a', json: '1' }];
let device: TestDevice;
let native: NativeSide;
let prompt: ScriptedPrompt;

beforeEach(() => {
  prompt = new ScriptedPrompt(PASSCODE);
  device = new TestDevice(prompt);
  native = new NativeSide(device.boot(prompt));
});

const open = ({ service }: Bridged, key = 'app') => service.open({ key }, { ...SETTINGS, lockAfter: 1000 });

describe('a page that is loaded again', () => {
  it('finds the vault as it was left, and hears only what comes', async () => {
    const first = bridgeOver(native);
    const vault = await open(first);
    const before = heardOf(vault);
    await vault.replace(1, ONE, PASSCODE);
    first.page.unload();

    const second = bridgeOver(native);
    const again = await open(second);
    const after = heardOf(again);
    expect(await again.readAll()).toEqual(ONE);
    device.background(1000);
    await quiet(second);
    expect([before, after]).toEqual([['configured'], ['locked saved=true timeout=true']]);
  });

  it('joins the prompt that is still shown; the answer to the former page reaches no one', async () => {
    let enter: (passcode: string) => void = () => undefined;
    const entered = new Promise<string>((resolve) => (enter = resolve));
    const slow: PasscodePrompt = {
      enter: async ({ submit }) => (await submit(await entered)) === undefined,
      choose: () => Promise.resolve(undefined),
    };
    native = new NativeSide(device.boot(slow));
    const first = bridgeOver(native);
    const vault = await open(first);
    await vault.replace(1, ONE, PASSCODE);
    await vault.lock();
    let isAnswered = false;
    void vault.unlock().finally(() => (isAnswered = true));
    await settle();
    first.page.unload();

    const second = bridgeOver(native);
    const again = await open(second);
    const unlocked = again.unlock();
    await settle();
    enter(PASSCODE);
    await unlocked;
    await settle();
    expect([await again.readAll(), isAnswered]).toEqual([ONE, false]);
  });

  it('eight times without an event, and more, still hears', async () => {
    const pages = Array.from({ length: 12 }, () => {
      const bridged = bridgeOver(native);
      return bridged;
    });
    await settle();
    pages.slice(0, -1).forEach(({ page }) => page.unload());
    const last = pages.at(-1)!;
    const vault = await open(last);
    const heard = heardOf(vault);
    await vault.replace(1, ONE, PASSCODE);
    expect(heard).toEqual(['configured']);
  });

  it('does not believe an answer whose id is of the page before', async () => {
    const first = bridgeOver(native);
    const { page } = bridgeOver(native);
    await open(first);
    const ids = [...first.page.traffic, ...page.traffic].flatMap(
      ({ json }) => (JSON.parse(json) as { id?: string }).id ?? [],
    );
    expect(new Set(ids.map((id) => id.split('.')[0]))).toEqual(new Set(['1', '2']));
  });
});

it('two pages, or two copies of the package in one, both work, and hear of each other', async () => {
  const [one, two] = [bridgeOver(native), bridgeOver(native)];
  const [vault, other] = [await open(one), await open(two)];
  const heard = [heardOf(vault), heardOf(other)];
  await vault.replace(1, ONE, PASSCODE);
  await other.lock();
  await quiet(one);
  await quiet(two);
  expect(heard).toEqual(Array(2).fill(['configured', 'locked saved=true timeout=false']));
});

it('after the end of the process the capability is another one, and nothing is taken with the old one', async () => {
  const former = native;
  await (await open(bridgeOver(former))).replace(1, ONE, PASSCODE);
  native = new NativeSide(device.boot(prompt));
  expect(native.capability).not.toBe(former.capability);
  const message = { capability: former.capability, id: '1.1', call: 'isBiometricsSupported', arguments: {} };
  await expect(native.call(message)).rejects.toMatchObject({ code: 'BridgeCapability' });
});

const MESSAGES: readonly { name: string; change: Partial<Record<keyof CallMessage, unknown>>; code: string }[] = [
  { name: 'no capability', change: { capability: undefined }, code: 'BridgeCapability' },
  {
    name: 'a wrong capability, whatever else is wrong',
    change: { capability: 'x'.repeat(43), call: 'explode' },
    code: 'BridgeCapability',
  },
  { name: 'a call that there is not', change: { call: 'toString' }, code: 'BridgeArguments' },
  { name: 'a vault that there is not', change: { vault: 'other' }, code: 'BridgeVault' },
  { name: 'no vault', change: { vault: undefined }, code: 'BridgeArguments' },
  {
    name: 'a vault, for a call of the process',
    change: { call: 'hidesScreen', vault: 'other' },
    code: 'BridgeArguments',
  },
  { name: 'no arguments', change: { arguments: undefined }, code: 'BridgeArguments' },
  { name: 'an argument of another type', change: { arguments: { keys: 'a' } }, code: 'BridgeArguments' },
];

it.each(MESSAGES)('the native side refuses $name, and does nothing', async ({ change, code }) => {
  const bridged = bridgeOver(native);
  const vault = await open(bridged);
  await vault.replace(5, ONE);
  const sent = bridged.page.traffic.find(({ json }) => json.includes('"call":"replace"'))!;
  const right = { ...(JSON.parse(sent.json) as CallMessage), call: 'read', arguments: { keys: ['a'] } };
  expect(await native.call(right)).toMatchObject({ result: ONE });
  await expect(native.call({ ...right, ...change })).rejects.toMatchObject({ code });
});

describe('a passcode of the built-in prompt', () => {
  it('never comes to the page', async () => {
    prompt.passcode = 'of the built-in prompt';
    const bridged = bridgeOver(native);
    const vault = await open(bridged);
    await vault.replace(1, ONE, await vault.choosePasscode());
    await vault.lock();
    await vault.unlock();
    await vault.rekey(1, await vault.choosePasscode());
    expect(bridged.page.traffic.length).toBeGreaterThan(10);
    expect(bridged.page.traffic.map(({ json }) => json).join()).not.toContain('built-in prompt');
  });

  it('is good for one use, of the same vault', async () => {
    const bridged = bridgeOver(native);
    const [vault, other] = [await open(bridged), await open(bridged, 'other')];
    const chosen = await vault.choosePasscode();
    await other.status();
    const idIn = (call: string): string => {
      const sent = bridged.page.traffic.find(({ json }) => json.includes(`"call":"${call}"`))!;
      return (JSON.parse(sent.json) as Required<CallMessage>).vault;
    };
    const replace = (id: string) => {
      const given = { mode: 1, entries: [], passcode: { chosen } };
      return native.call({ capability: native.capability, id: 'x', call: 'replace', vault: id, arguments: given });
    };
    await expect(replace(idIn('status'))).rejects.toMatchObject({ code: 'MissingPasscode' });
    await expect(replace(idIn('choosePasscode'))).rejects.toMatchObject({ code: 'MissingPasscode' });
    await vault.replace(1, ONE, await vault.choosePasscode());
    expect(await codeOf(vault.replace(1, ONE, chosen))).toBe('MissingPasscode');
  });
});

it('a page that listens late misses nothing: what came while nobody asked is told when it asks', async () => {
  const { capability } = native;
  const bridged = bridgeOver(native, { ...atOnce, toPage: () => settle() });
  const vault = await open(bridged);
  await vault.replace(5, ONE);
  const ask = { capability, id: 'x', call: 'events', arguments: { after: 0 } };
  await vault.erase();
  const { result } = (await native.call(ask)) as { result: { number: number; type: string }[] };
  expect(result.map(({ number }) => number)).toEqual(result.map((_, index) => index + 1));
  expect(new Set(result.map(({ type }) => type))).toEqual(new Set(['configured']));
});
