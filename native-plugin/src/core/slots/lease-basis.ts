import { hex } from '../codec/bytes.ts';
import type { Values } from '../codec/payload.ts';
import type { Aead } from '../ports/ports.ts';
import { slotsAsStored, type Unlocked } from './open-keys.ts';

/** What a lease was granted for, without the values themselves: nothing may be read while it is used. FORMAT.md §13. */
export interface LeaseBasis {
  readonly names: readonly string[];
  /** Of those values, and of the slots that wrap the data key. */
  readonly digest: string;
}

export async function leaseBasis(aead: Aead, unlocked: Unlocked, names: readonly string[]): Promise<LeaseBasis> {
  return { names, digest: await digestOf(aead, unlocked, names) };
}

/** Whether that is still what is stored. Another key that was written meanwhile is none of its business. */
export async function isUnchanged(aead: Aead, { names, digest }: LeaseBasis, unlocked: Unlocked): Promise<boolean> {
  return (await digestOf(aead, unlocked, names)) === digest;
}

async function digestOf(aead: Aead, { vault, values }: Unlocked, names: readonly string[]): Promise<string> {
  const digests: string[] = [slotsAsStored(vault.envelope)];
  for (const name of names) digests.push(await valueDigest(aead, values, name));
  return digests.join(' ');
}

async function valueDigest(aead: Aead, values: Values, name: string): Promise<string> {
  const value = values.get(name);
  return value ? hex(await aead.digest(value)) : 'absent';
}
