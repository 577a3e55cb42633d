import { hex } from '../../src/core/codec/bytes.ts';
import { scopeInput, type Descriptor } from '../../src/core/slots/scope.ts';
import { utf16Hex } from './passcode-cases.ts';
import type { VectorFile } from './vector-file.ts';

type Row = readonly [id: string, why: string, appId: string, descriptor: Descriptor];

const APP = 'com.example.app';
const rows: readonly Row[] = [
  ['default', 'the default descriptor, hashed literally', APP, { vaultName: 'default', username: '_lastUser' }],
  [
    'collision-a',
    'with collision-b: the same text if the parts were joined by a dot',
    APP,
    { vaultName: 'a.b', username: 'c' },
  ],
  ['collision-b', 'with collision-a', APP, { vaultName: 'a', username: 'b.c' }],
  ['shifted-a', 'with shifted-b: the same bytes if there were no lengths', APP, { vaultName: 'ab', username: 'c' }],
  ['shifted-b', 'with shifted-a', APP, { vaultName: 'a', username: 'bc' }],
  ['other-app', 'another app, same descriptor', 'com.example.other', { vaultName: 'default', username: '_lastUser' }],
  [
    'origin',
    'on the web the app is the origin',
    'https://example.com',
    { vaultName: 'default', username: '_lastUser' },
  ],
  [
    'unicode',
    'lengths count bytes of UTF-8; names are not normalised',
    APP,
    { vaultName: 'cafe\u0301', username: 'Zoë😀' },
  ],
  [
    'app-unicode',
    'the length of the app id counts bytes, too',
    'com.exämple.😀',
    { vaultName: 'default', username: '_lastUser' },
  ],
  ['empty', 'empty parts have their length too', APP, { vaultName: '', username: '' }],
  ['key', 'a vault of generation 5 and 6: another label', APP, { key: 'session-vault' }],
  [
    'key-as-name',
    'the same text as vaultName: another scope than key',
    APP,
    { vaultName: 'session-vault', username: '' },
  ],
];

/** FORMAT.md §3. */
export async function scopeCases(): Promise<VectorFile> {
  const cases = await Promise.all(
    rows.map(async ([id, why, appId, descriptor]) => {
      const input = scopeInput(appId, descriptor);
      const scope = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', input)));
      return { id, why, appId, ...descriptor, expect: { input: hex(input), scope } };
    }),
  );
  const lone = {
    id: 'lone-surrogate',
    why: 'has no UTF-8',
    appId: APP,
    vaultNameUtf16: utf16Hex('a\uD800'),
    username: 'c',
  };
  return {
    file: 'scopes.json',
    about: 'Scope of a descriptor. All scopes of this file differ. `vaultNameUtf16`: as big-endian code units.',
    cases: [...cases, { ...lone, expect: { error: 'INVALID_ARGUMENT' } }],
  };
}
