import type { Bytes } from '../core/codec/bytes.ts';
import { KEM } from '../core/codec/format-ids.ts';
import { CoreError } from '../core/ports/core-error.ts';
import type { SlotKem } from '../core/ports/ports.ts';
import { webCryptoRandom } from './crypto/web-crypto-random.ts';
import { isNamed } from './is-named.ts';
import type { WebBiometrics } from './web-biometrics.ts';

/** WebAuthn Level 3, §10.1.4. */
interface PrfOutputs {
  readonly enabled?: boolean;
  readonly results?: { readonly first?: BufferSource };
}

/** Of the authenticator data: the user was verified, not only present. WebAuthn §6.1. */
const USER_VERIFIED = 0x04;
const FLAGS_OFFSET = 32;

/**
 * kem 4 of FORMAT.md §6.1: the secret is the PRF output of a passkey of this device, which the browser gives only after
 * it verified the person. User-verified and other outputs of a passkey differ, so it is always required and checked.
 */
export function webAuthnPrf({ noteThatPrfIsMissing }: Pick<WebBiometrics, 'noteThatPrfIsMissing'>): SlotKem {
  return {
    kem: KEM.webAuthnPrf,
    cancelOffersOther: true,

    async create() {
      const salt = webCryptoRandom.bytes(32);
      const credential = await made(salt);
      if (prfOutputs(credential).enabled !== true) {
        noteThatPrfIsMissing();
        throw refused('passkeys have no PRF here');
      }
      const enc = new Uint8Array(credential.rawId);
      // Some authenticators evaluate only when asked, not when the passkey is made.
      const secret = outputOf(credential) ?? (await evaluated(enc, salt));
      return { secret, enc, salt };
    },

    decapsulate: ({ enc, salt }) => evaluated(enc, salt),

    // A page can't remove a passkey. Without the slot's other key, which is destroyed, it opens nothing.
    destroy: () => Promise.resolve(),
  };
}

async function made(salt: Bytes): Promise<PublicKeyCredential> {
  const name = document.title || location.hostname;
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: webCryptoRandom.bytes(32),
        rp: { id: location.hostname, name },
        user: { id: webCryptoRandom.bytes(16), name, displayName: name },
        // ES256, EdDSA, RS256: what authenticators have. Nothing is ever signed for anybody.
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          residentKey: 'discouraged',
          userVerification: 'required',
        },
        extensions: prfOf(salt),
      },
    }),
  );
  assertVerified(credential.response as AuthenticatorAttestationResponse);
  return credential;
}

async function evaluated(id: Bytes, salt: Bytes): Promise<Bytes> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: webCryptoRandom.bytes(32),
        rpId: location.hostname,
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: prfOf(salt),
      },
    }),
  );
  assertVerified(credential.response as AuthenticatorAssertionResponse);
  const output = outputOf(credential);
  if (!output) throw refused('the passkey gave no PRF output');
  return output;
}

const prfOf = (salt: Bytes): AuthenticationExtensionsClientInputs => ({ prf: { eval: { first: salt } } });

async function asked(prompt: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await prompt();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    throw told(error);
  }
  throw refused('the browser gave no passkey');
}

/** WebAuthn answers a cancellation, a time-out and a passkey that is gone alike, so that pages can't tell them apart. */
function told(error: unknown): CoreError {
  const isCanceled = isNamed(error, 'NotAllowedError') || isNamed(error, 'AbortError');
  return isCanceled
    ? new CoreError('USER_CANCELED', 'the passkey was not used', { cause: error })
    : new CoreError('POLICY_NOT_MET', 'passkeys can not be used here', { cause: error });
}

function prfOutputs(credential: PublicKeyCredential): PrfOutputs {
  return (credential.getClientExtensionResults() as { readonly prf?: PrfOutputs }).prf ?? {};
}

function outputOf(credential: PublicKeyCredential): Bytes | undefined {
  const first = prfOutputs(credential).results?.first;
  if (!first) return undefined;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength))
    : new Uint8Array(first);
}

function assertVerified(response: AuthenticatorAttestationResponse | AuthenticatorAssertionResponse): void {
  const data = 'getAuthenticatorData' in response ? response.getAuthenticatorData() : response.authenticatorData;
  const flags = new Uint8Array(data)[FLAGS_OFFSET] ?? 0;
  if ((flags & USER_VERIFIED) === 0) throw refused('the browser did not verify the person');
}

function refused(detail: string): CoreError {
  return new CoreError('POLICY_NOT_MET', detail);
}
