import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { entries, sizeOf } from '../../scripts/bench/oidc-size.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const name = 'capacitor-identity-vault/oidc';
/** What oidc-client-ts 3.5.0 takes: `npm run measure:oidc` measures it. */
const SMALLEST_PEER = 17_602;

it('signing in costs an app less than the smallest package that does the like, and next to nothing at its start', async () => {
  const alias = { [name]: fileURLToPath(new URL('../../native-plugin/src/oidc/index.ts', import.meta.url)) };
  const { initial, total, phone, files } = await sizeOf(entries[name], root, alias);
  expect(total).toBeLessThan(SMALLEST_PEER);
  expect(initial).toBeLessThan(6 * 1024);
  expect(total).toBeGreaterThan(initial + 5000);
  // Else the code for phones went into what pages of the web load.
  expect(phone).toBeGreaterThan(1500);
  expect(phone).toBeLessThan(2560);
  // Pages of the web never ask native code.
  expect(files.some((file) => file.endsWith('/oidc/browser/redirect-auth-session.ts'))).toBe(true);
  expect(files.filter((file) => /\/(phone|bridged)\/|openid-client/.test(file))).toEqual([]);
});
