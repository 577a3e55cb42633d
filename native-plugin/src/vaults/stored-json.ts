import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import { hasLoneSurrogate, utf8, type Bytes } from '../core/codec/bytes.ts';

/** A value as the vault stores it: the UTF-8 bytes of its JSON text. @throws VaultError `InvalidArguments` */
export function toJson(value: unknown): Bytes {
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string' && !hasLoneSurrogate(json)) return utf8(json);
  } catch {
    // A cycle or a BigInt: told like every other value that has no JSON.
  }
  throw notJson();
}

export function fromJson(bytes: Bytes | undefined): unknown {
  return bytes && (JSON.parse(jsonText(bytes)) as unknown);
}

export function jsonText(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}

/** A JSON text as it is stored: unchanged. @throws VaultError `InvalidArguments` */
export function checkedJson(text: unknown): Bytes {
  try {
    if (typeof text === 'string' && !hasLoneSurrogate(text)) {
      JSON.parse(text);
      return utf8(text);
    }
  } catch {
    // Told like every other text that is no JSON.
  }
  throw notJson();
}

function notJson(): VaultError {
  return new VaultError(VaultErrorCodes.InvalidArguments, 'Only values that survive JSON can be stored.');
}
