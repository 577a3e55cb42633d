import { ascii, concat, lengthPrefixed, type Bytes } from '../codec/bytes.ts';
import type { Aead } from '../ports/ports.ts';

/** Whose vault. `key` is the one name that vaults of API generation 5 and 6 have. */
export type Descriptor = { readonly vaultName: string; readonly username: string } | { readonly key: string };

/** What is hashed: every part carries its length, so different descriptors never meet. FORMAT.md §3. */
export function scopeInput(appId: string, descriptor: Descriptor): Bytes {
  return 'key' in descriptor
    ? concat(ascii('idv1/scope5'), ...[appId, descriptor.key, ''].map(lengthPrefixed))
    : concat(ascii('idv1/scope'), ...[appId, descriptor.vaultName, descriptor.username].map(lengthPrefixed));
}

/** @throws CoreError `INVALID_ARGUMENT`: a name with a lone surrogate */
export async function scopeOf(aead: Pick<Aead, 'digest'>, appId: string, descriptor: Descriptor): Promise<Bytes> {
  return aead.digest(scopeInput(appId, descriptor));
}
