import { hex, type Bytes } from '../codec/bytes.ts';

/** The names of FORMAT.md §17. */
export function deviceKeyNames(vaultId: Bytes, slotId: Bytes): { readonly prf: string; readonly kem: string } {
  const slot = `idv1.${hex(vaultId)}.${hex(slotId)}`;
  return { prf: `${slot}.prf`, kem: `${slot}.kem` };
}

export function anchorKeyName(scope: Bytes): string {
  return `idv1.${hex(scope)}.anchor`;
}
