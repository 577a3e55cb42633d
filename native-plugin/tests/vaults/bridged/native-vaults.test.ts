import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atOnce } from '../../support/native-side/delivery.ts';
import { inAndroidApp } from '../../support/native-side/capacitor-app.ts';
import { NativeSide } from '../../support/native-side/native-side.ts';
import { Page } from '../../support/native-side/page.ts';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import type { NativePlugin } from '../../../src/vaults/bridged/native-plugin.ts';

let leave: (() => void) | undefined;

beforeEach(() => {
  vi.resetModules();
  // The real Capacitor stays in the page, and says so when the package is loaded once more.
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  leave?.();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const vaults = () => new TestDevice(new ScriptedPrompt('12345678')).service;

/** An app that is loaded into this page now. Modules are loaded anew, as by a page. */
async function appOver(plugin: NativePlugin) {
  leave = inAndroidApp(plugin);
  const { AuthMode, Device, IonicIdentityVaultUser, passcodeRules } = await import('../../../src/index.ts');
  class Identity extends IonicIdentityVaultUser {}
  const options = { authMode: AuthMode.SecureStorage };
  return { identity: new Identity({ ready: () => Promise.resolve() }, options), Device, passcodeRules };
}

it('in an app with the native part, vaults are behind the bridge', async () => {
  const page = new Page(new NativeSide(vaults()), atOnce);
  const { identity, Device, passcodeRules } = await appOver(page);
  await identity.login({ username: 'ada', token: 't' });
  expect(await identity.getSession()).toEqual({ username: 'ada', token: 't' });
  expect([await Device.isBiometricsSupported(), passcodeRules().minLength]).toEqual([false, 4]);
  const calls = page.traffic
    .filter(({ to }) => to === 'native')
    .map(({ json }) => (JSON.parse(json) as { call?: string }).call);
  expect(calls.slice(0, 3)).toEqual([undefined, 'events', 'open']);
  expect(calls.filter((call) => call === undefined)).toHaveLength(1);
});

const REFUSED: readonly { name: string; plugin: () => NativePlugin; code: number; says: RegExp }[] = [
  {
    name: 'a native part of another version',
    plugin: () => new Page(new NativeSide(vaults(), { protocols: [2, 3] }), atOnce),
    code: 102,
    says: /speaks version 2, 3 of the bridge, its JavaScript version 1\..*cap sync/,
  },
  {
    name: 'a build that logs every call',
    plugin: () => new Page(new NativeSide(vaults(), { logs: true }), atOnce),
    code: 120,
    says: /logs every call/,
  },
];

it.each(REFUSED)(
  'with $name everything is refused, and the web’s vaults do not take its place',
  async ({ plugin, code, says }) => {
    const { identity } = await appOver(plugin());
    const refused = { code, message: expect.stringMatching(says) as string };
    await expect(identity.ready()).rejects.toMatchObject(refused);
    await expect(identity.login({ username: 'ada', token: 't' })).rejects.toMatchObject(refused);
  },
);

const GREETINGS: readonly { name: string; answer: unknown }[] = [
  { name: 'nothing', answer: undefined },
  {
    name: 'a version that was not offered',
    answer: { protocol: 2, capability: 'c'.repeat(43), page: 1, events: 0, version: '' },
  },
  { name: 'no capability', answer: { protocol: 1, page: 1, events: 0, version: '' } },
  { name: 'a short capability', answer: { protocol: 1, capability: 'c'.repeat(21), page: 1, events: 0, version: '' } },
  { name: 'no page', answer: { protocol: 1, capability: 'c'.repeat(43), events: 0, version: '' } },
  { name: 'no number of events', answer: { protocol: 1, capability: 'c'.repeat(43), page: 1, version: '' } },
];

it.each(GREETINGS)('a hello that answers $name is refused, and said again by the next use', async ({ answer }) => {
  const hello = vi.fn(() => Promise.resolve(answer));
  const { Device } = await appOver({ hello, call: () => Promise.reject(new Error('called')) });
  await expect(Device.getAvailableHardware()).rejects.toThrow(/bridge does not allow: hello/);
  await expect(Device.getAvailableHardware()).rejects.toThrow(/bridge does not allow: hello/);
  expect(hello).toHaveBeenCalledTimes(2);
});

it('a hello that fails in another way tells nothing of what it failed with', async () => {
  const hello = () => Promise.reject(Object.assign(new Error('secret'), { code: 'secret', data: { secret: 1 } }));
  const { Device } = await appOver({ hello, call: () => Promise.reject(new Error('called')) });
  const error = await Device.getAvailableHardware().catch((caught: unknown) => caught as Error);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain('secret');
});

it('a native part that never answers is given up after 10 s', async () => {
  const { nativeVaults } = await import('../../../src/vaults/bridged/native-vaults.ts');
  leave = inAndroidApp({ hello: () => new Promise(() => undefined), call: () => new Promise(() => undefined) });
  vi.useFakeTimers();
  const refused = expect(nativeVaults()).rejects.toMatchObject({
    code: 102,
    message: expect.stringMatching(/does not answer/) as string,
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await refused;
});
