import { hex, type Bytes } from '../codec/bytes.ts';

/** The names of FORMAT.md §17. */
export function deviceKeyNames(vaultId: Bytes, slotId: Bytes): { readonly prf: string; readonly kem: string } {
  const slot = `idv1.${hex(vaultId)}.${hex(slotId)}`;
  return { prf: `${slot}.prf`, kem: `${slot}.kem` };
}

export function anchorKeyName(scope: Bytes): string {
  return `idv1.${hex(scope)}.anchor`;
}

/** The lock around each operation on one vault. @param name its scope in hexadecimal */
export function vaultLockName(name: string): string {
  return `idv1.${name}`;
}

/** The lock that a creation holds, too: until its anchor is stored, nobody can tell whose its keys are. */
export const ALL_VAULTS = 'idv1';
