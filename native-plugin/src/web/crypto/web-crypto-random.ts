import type { Random } from '../../core/ports/ports.ts';

export const webCryptoRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
