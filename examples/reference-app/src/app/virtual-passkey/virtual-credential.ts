/** Of the authenticator data: the person was present (0x01) and verified (0x04). WebAuthn §6.1. */
const PRESENT_AND_VERIFIED = 0x05;
const FLAGS_OFFSET = 32;

/** What a browser answers of a passkey with the extension `prf`. WebAuthn Level 3, §10.1.4. */
export class VirtualCredential {
  private constructor(
    readonly rawId: ArrayBuffer,
    private readonly output: ArrayBuffer,
  ) {}

  /** The same secret, passkey and salt give the same output, as in a real one. */
  static async of(secret: string, id: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<Credential> {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign']);
    const output = await crypto.subtle.sign('HMAC', key, new Uint8Array([...id, ...salt]));
    const credential = new VirtualCredential(id.slice().buffer, output);
    // What reads it asks whether it is one.
    return Object.create(PublicKeyCredential.prototype, credential.properties()) as Credential;
  }

  private properties(): PropertyDescriptorMap {
    const authenticatorData = new Uint8Array(FLAGS_OFFSET + 5);
    authenticatorData[FLAGS_OFFSET] = PRESENT_AND_VERIFIED;
    const results = { prf: { enabled: true, results: { first: this.output } } };
    return {
      rawId: { value: this.rawId },
      response: { value: { authenticatorData: authenticatorData.buffer } },
      getClientExtensionResults: { value: () => results },
    };
  }
}
