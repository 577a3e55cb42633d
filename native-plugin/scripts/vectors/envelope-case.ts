import type { Edit } from './envelope-edit.ts';
import type { VectorCase } from './vector-file.ts';

/** `vectors/README.md` says what each field means. */
export interface EnvelopeCase extends VectorCase {
  readonly level: string;
  readonly base?: string;
  readonly hex?: string;
  readonly edits?: readonly Edit[];
  /** Done for every length from the first to the second, inclusive. */
  readonly truncate?: readonly [from: number, to: number];
  readonly kind?: number;
  readonly passcode?: string;
  readonly scope?: string;
  /** Keys of the device function by name, beside those of the base. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Names of keys of the base that are not on this device. */
  readonly missingKeys?: readonly string[];
  /** S by slot id, where the platform's KEM gives another than the base says. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly compose?: object;
  readonly expect: object;
}
