import { hex } from '../codec/bytes.ts';
import type { Envelope } from '../codec/envelope.ts';
import type { Values } from '../codec/payload.ts';
import type { Dek, Kek } from '../ports/ports.ts';
import type { LoadedVault } from '../store/loaded-vault.ts';

/** The keys that an unlocked vault holds: never a passcode, never readable key bytes. */
export interface OpenKeys {
  readonly dek: Dek;
  /** By the slot id in hexadecimal: keys of slots that were opened or made since the unlock. */
  readonly keks: ReadonlyMap<string, Kek>;
  /** {@link slotsAsStored} of the envelope that they open: another one was made by somebody else. */
  readonly slots: string;
}

/** A vault as it is stored, and the keys that open it. */
export interface Opened {
  readonly vault: LoadedVault;
  readonly keys: OpenKeys;
}

/** And what is in it. */
export interface Unlocked extends Opened {
  readonly values: Values;
}

/** Changes with every re-key, and with nothing else: each slot is wrapped anew, under a fresh nonce. */
export function slotsAsStored({ header }: Envelope): string {
  return header.slots.map(({ wrapped }) => hex(wrapped)).join('.');
}
