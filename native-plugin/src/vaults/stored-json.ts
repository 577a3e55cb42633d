import { hasLoneSurrogate } from '../core/codec/lone-surrogate.ts';
import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { Entry } from './vault-service.ts';

/** A value as the vault takes it. @throws VaultError `InvalidArguments` */
export function toJson(value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string' && !hasLoneSurrogate(json)) return json;
  } catch {
    // A cycle or a BigInt: told like every other value that has no JSON.
  }
  throw notJson();
}

/** The value of the only key that was read; `undefined`: there is none. */
export function valueOf([entry]: readonly Entry[]): unknown {
  return entry && (JSON.parse(entry.json) as unknown);
}

/** A JSON text, unchanged. @throws VaultError `InvalidArguments` */
export function checkedJson(text: unknown): string {
  try {
    if (typeof text === 'string' && !hasLoneSurrogate(text)) {
      JSON.parse(text);
      return text;
    }
  } catch {
    // Told like every other text that is no JSON.
  }
  throw notJson();
}

function notJson(): VaultError {
  return new VaultError(VaultErrorCodes.InvalidArguments, 'Only values that survive JSON can be stored.');
}
