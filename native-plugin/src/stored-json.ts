import { VaultErrorCodes } from './definitions.ts';
import { hasLoneSurrogate, utf8, type Bytes } from './vault-core/codec/bytes.ts';
import { VaultError } from './vault-error.ts';

/** A value as the vault stores it: the UTF-8 bytes of its JSON text. @throws VaultError `InvalidArguments` */
export function toJson(value: unknown): Bytes {
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string' && !hasLoneSurrogate(json)) return utf8(json);
  } catch {
    // A cycle or a BigInt: told like every other value that has no JSON.
  }
  throw new VaultError(VaultErrorCodes.InvalidArguments, 'Only values that survive JSON can be stored.');
}

export function fromJson(bytes: Bytes | undefined): unknown {
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}
