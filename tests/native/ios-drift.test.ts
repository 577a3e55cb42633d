import { beforeAll, describe, expect, it } from 'vitest';
import { capacitorSources, compareWithCapacitor } from '../../scripts/native/apple/compare-with-capacitor.mjs';
import { compareWithHeaders } from '../../scripts/native/apple/compare-with-headers.mjs';
import { NOT_COMPARABLE } from '../../scripts/native/apple/not-comparable.mjs';
import { readFakes } from '../../scripts/native/apple/read-fakes.mjs';
import { readHeaders } from '../../scripts/native/apple/read-headers.mjs';
import { iosApp } from '../../scripts/native/ios-app.mjs';

type Fake = Awaited<ReturnType<typeof readFakes>>[number];

const fakes = new Map<string, readonly Fake[]>();
const fakesOf = (module: string): readonly Fake[] => fakes.get(module) ?? [];

beforeAll(async () => {
  await iosApp();
  for (const module of ['AuthenticationServices', 'Security', 'LocalAuthentication', 'UIKit', 'Capacitor']) {
    fakes.set(module, await readFakes(module));
  }
});

/** The same list with one thing wrong. */
function planted(module: string, name: string, wrong: Partial<Fake>): readonly Fake[] {
  expect(fakesOf(module).map(({ path }) => path.join('.'))).toContain(name);
  return fakesOf(module).map((fake) => (fake.path.join('.') === name ? { ...fake, ...wrong } : fake));
}

describe.each([
  ['AuthenticationServices', 12],
  ['Security', 95],
  ['LocalAuthentication', 55],
  ['UIKit', 400],
])('what the plugin uses of %s', (module, least) => {
  it("has the names, values and signatures of Apple's headers", () => {
    expect(compareWithHeaders(fakesOf(module), readHeaders(), NOT_COMPARABLE[module] ?? new Map())).toEqual([]);
    expect(fakesOf(module).length - (NOT_COMPARABLE[module]?.size ?? 0)).toBeGreaterThan(least);
  });
});

describe('what the plugin uses of Capacitor', () => {
  it.each(capacitorSources())('has the names and signatures of $version', (sources) => {
    expect(compareWithCapacitor(fakesOf('Capacitor'), sources)).toEqual([]);
    expect(fakesOf('Capacitor').length).toBeGreaterThan(70);
  });
});

describe('a fake that drifts is noticed:', () => {
  const headers = readHeaders();

  it.each<readonly [fault: string, module: string, name: string, wrong: Partial<Fake>]>([
    ['a wrong number', 'Security', 'errSecAuthFailed', { value: '-25294' }],
    ['a wrong name', 'Security', 'kSecAttrTokenID', { path: ['kSecAttrTokenId2'] }],
    ['a wrong flag', 'Security', 'SecAccessControlCreateFlags.biometryCurrentSet', { value: '1 << 2' }],
    [
      'an argument too many',
      'Security',
      'SecItemDelete(_:)',
      { declaration: 'func SecItemDelete(_ query: CFDictionary, _ more: Int) -> OSStatus' },
    ],
    [
      'a wrong type',
      'Security',
      'SecItemDelete(_:)',
      { declaration: 'func SecItemDelete(_ query: CFData) -> OSStatus' },
    ],
    ['a wrong error', 'LocalAuthentication', 'LAError.Code.userFallback', { value: '-4' }],
    [
      'a method of another name',
      'LocalAuthentication',
      'LAContext.evaluateAccessControl(_:operation:localizedReason:reply:)',
      { path: ['LAContext', 'evaluateControl(_:operation:localizedReason:reply:)'] },
    ],
    [
      'another error of a sign-in',
      'AuthenticationServices',
      'ASWebAuthenticationSessionError.Code.canceledLogin',
      { value: '2' },
    ],
    ['a class of any thread', 'UIKit', 'UIWindow', { declaration: 'class UIWindow' }],
    ['another parent', 'UIKit', 'UIWindow', { parent: 'UIResponder' }],
    [
      'a notification that is none',
      'UIKit',
      'UIScene.didActivateNotification',
      { path: ['UIScene', 'hasActivatedNotification'] },
    ],
  ])('%s', (...[, module, name, wrong]) => {
    const drifted = planted(module, name, wrong);
    expect(compareWithHeaders(drifted, headers, NOT_COMPARABLE[module] ?? new Map())).toHaveLength(1);
  });

  it('a signature that Capacitor has not', () => {
    const declaration = 'func getString(_ key: String, _ other: String) -> Int';
    const wrong = planted('Capacitor', 'PluginConfig.getString(_:_:)', { declaration });
    for (const sources of capacitorSources()) expect(compareWithCapacitor(wrong, sources)).toHaveLength(1);
  });

  it('an exception that nobody needs', () => {
    const listed = new Map([...(NOT_COMPARABLE['Security'] ?? []), ['SecNothing', 'nowhere']]);
    expect(compareWithHeaders(fakesOf('Security'), headers, listed)).toHaveLength(1);
  });
});
