import { inject, Injectable, signal } from '@angular/core';

import { IdentityScreen } from '../identity/identity.screen';
import { askPerson } from './ask-person';
import { VirtualCredential } from './virtual-credential';

/** Where the pretended hardware has its secret: readable by anybody with this browser, unlike that of a real one. */
const STORED = 'demo.virtual-passkey';

/**
 * Stands in for the fingerprint reader that many desktops lack, so that the modes with biometrics can be tried in any
 * browser. For this demo only: it protects nothing.
 */
@Injectable({ providedIn: 'root' })
export class VirtualPasskey {
  private readonly screen = inject(IdentityScreen);
  private readonly isOnNow = signal(false);

  readonly isOn = this.isOnNow.asReadonly();

  /** Goes on where it was turned on before, in an earlier load of the page. */
  resume(): void {
    const secret = localStorage.getItem(STORED);
    if (secret !== null) {
      this.install(secret);
    }
  }

  turnOn(): void {
    const secret = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    localStorage.setItem(STORED, secret);
    this.install(secret);
  }

  private install(secret: string): void {
    const available = { isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.resolve(true) };
    const capable = { getClientCapabilities: () => Promise.resolve({ 'extension:prf': true }) };
    Object.assign(PublicKeyCredential, available, capable);
    const create = ({ publicKey }: CredentialCreationOptions = {}) =>
      this.answer(secret, crypto.getRandomValues(new Uint8Array(16)), publicKey);
    const get = ({ publicKey }: CredentialRequestOptions = {}) => this.answer(secret, idIn(publicKey), publicKey);
    Object.assign(navigator.credentials, { create, get });
    this.isOnNow.set(true);
  }

  private async answer(
    secret: string,
    id: Uint8Array<ArrayBuffer>,
    options: { readonly extensions?: AuthenticationExtensionsClientInputs } | undefined,
  ): Promise<Credential> {
    if (!(await askPerson((dialog) => this.screen.keep(dialog)))) {
      throw new DOMException('The person said no.', 'NotAllowedError');
    }
    return VirtualCredential.of(secret, id, bytesOf(options?.extensions?.prf?.eval?.first));
  }
}

function idIn(options: PublicKeyCredentialRequestOptions | undefined): Uint8Array<ArrayBuffer> {
  return bytesOf(options?.allowCredentials?.[0]?.id);
}

function bytesOf(source: BufferSource | undefined): Uint8Array<ArrayBuffer> {
  if (source === undefined) {
    return new Uint8Array();
  }
  return ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : new Uint8Array(source.slice(0));
}
