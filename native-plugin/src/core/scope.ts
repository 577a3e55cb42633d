import type { VaultDescriptor } from '../definitions.ts';
import { concat, hex, prefixed, utf8 } from './bytes.ts';
import type { Sealing } from './ports.ts';
import type { Bytes } from './record.ts';

/** Which vault, as a digest: it names the stored record and is bound into everything sealed. */
export interface Scope {
  readonly bytes: Bytes;
  readonly name: string;
}

/** Different descriptors or apps never share a scope: every part carries its length. */
export async function scopeOf(sealing: Sealing, appId: string, descriptor: VaultDescriptor): Promise<Scope> {
  const parts = [appId, descriptor.vaultId, descriptor.username].map(prefixed);
  const bytes = await sealing.digest(concat(utf8('idv1/scope'), ...parts));
  return { bytes, name: hex(bytes) };
}
