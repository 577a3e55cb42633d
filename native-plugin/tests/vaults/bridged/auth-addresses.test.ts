import { expect, test } from 'vitest';
import { isCallbackUrl } from '../../../src/oidc/phone/callback-url.ts';
import text from '../../../vectors/auth-addresses.json?raw';
import { configuredOrigin, isAnswer, providerOrigin } from '../../support/native-side/auth-addresses.ts';

interface AuthAddresses {
  readonly origins: readonly string[];
  readonly cases: readonly { readonly url: string; readonly isAllowed: boolean; readonly why: string }[];
  readonly entries: readonly { readonly origin: string; readonly isOrigin: boolean; readonly why: string }[];
  readonly callbackUrls: readonly { readonly callbackUrl: string; readonly isUsable: boolean; readonly why: string }[];
  readonly callbacks: readonly {
    readonly callbackUrl: string;
    readonly state?: string;
    readonly url: string;
    readonly isAnswer: boolean;
    readonly why: string;
  }[];
}

const { origins, cases, entries, callbackUrls, callbacks } = JSON.parse(text) as AuthAddresses;

const allowed = new Set(origins.map(configuredOrigin));

test.each(cases)('$why: $url', ({ url, isAllowed }) => {
  const origin = providerOrigin(url);
  expect(origin !== undefined && allowed.has(origin)).toBe(isAllowed);
});

test.each(entries)('an entry of authOrigins, $why: $origin', ({ origin, isOrigin }) => {
  expect(configuredOrigin(origin) !== undefined).toBe(isOrigin);
});

test.each(callbackUrls)('a place to come back to, $why: $callbackUrl', ({ callbackUrl, isUsable }) => {
  expect(isCallbackUrl(callbackUrl)).toBe(isUsable);
});

test.each(callbacks)(
  'what comes back to $callbackUrl, $why: $url',
  ({ callbackUrl, state, url, isAnswer: expected }) => {
    expect(isAnswer({ callbackUrl, state }, url)).toBe(expected);
  },
);

test('what is allowed is allowed for the parser of browsers, too', () => {
  const opened = cases.filter(({ isAllowed }) => isAllowed).map(({ url }) => new URL(url).origin);
  expect(opened.filter((origin) => !origins.includes(origin))).toEqual([]);
  expect(opened).not.toEqual([]);
});
