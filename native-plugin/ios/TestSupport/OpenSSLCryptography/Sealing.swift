import COpenSSL
import VaultCore

/// AES-GCM; the result is the ciphertext with the 16 bytes of its tag.
public func gcmSeal(_ plaintext: UnsafeRawBufferPointer, key: SecretBytes, nonce: Bytes, aad: Bytes) -> Bytes {
  let context = Cipher(key: key, nonce: nonce, encrypts: true)
  context.authenticate(aad)
  var sealed = context.update(plaintext)
  context.finish()
  sealed += context.tag
  return sealed
}

/// `nil`: the tag does not verify.
public func gcmOpen(_ sealed: Bytes, key: SecretBytes, nonce: Bytes, aad: Bytes) -> SecretBytes? {
  guard sealed.count >= 16 else { return nil }
  let context = Cipher(key: key, nonce: nonce, encrypts: false)
  context.authenticate(aad)
  let plaintext = SecretBytes(count: sealed.count - 16) { context.decrypt(sealed[...], into: $0) }
  return context.verify(tagOf: sealed[...]) ? plaintext : nil
}

/// The same for what is no key, and handed on as `Bytes`. `nil`: the tag does not verify.
public func gcmOpenPayload(_ sealed: ByteSlice, key: SecretBytes, nonce: Bytes, aad: Bytes) -> Bytes? {
  guard sealed.count >= 16 else { return nil }
  let context = Cipher(key: key, nonce: nonce, encrypts: false)
  context.authenticate(aad)
  let plaintext = Bytes(unsafeUninitializedCapacity: sealed.count - 16) { plaintext, count in
    context.decrypt(sealed, into: UnsafeMutableRawBufferPointer(plaintext))
    count = sealed.count - 16
  }
  return context.verify(tagOf: sealed) ? plaintext : nil
}

/// One encryption or decryption. A failure of OpenSSL itself is a mistake of the tests, and ends them.
private final class Cipher {
  private let context: OpaquePointer

  init(key: SecretBytes, nonce: Bytes, encrypts: Bool) {
    context = EVP_CIPHER_CTX_new()
    let cipher = key.count == 16 ? EVP_aes_128_gcm() : EVP_aes_256_gcm()
    succeed(EVP_CipherInit_ex(context, cipher, nil, nil, nil, encrypts ? 1 : 0))
    succeed(shim_gcm_set_nonce_length(context, Int32(nonce.count)))
    key.withUnsafeBytes {
      succeed(EVP_CipherInit_ex(context, nil, nil, $0.bindMemory(to: UInt8.self).baseAddress, nonce, -1))
    }
  }

  deinit {
    EVP_CIPHER_CTX_free(context)
  }

  var tag: Bytes {
    var tag = Bytes(repeating: 0, count: 16)
    succeed(shim_gcm_get_tag(context, &tag, 16))
    return tag
  }

  func authenticate(_ aad: Bytes) {
    guard !aad.isEmpty else { return }
    var length: Int32 = 0
    succeed(EVP_CipherUpdate(context, nil, &length, aad, Int32(aad.count)))
  }

  func update(_ input: UnsafeRawBufferPointer) -> Bytes {
    Bytes(unsafeUninitializedCapacity: input.count) { output, count in
      update(input, into: UnsafeMutableRawBufferPointer(output))
      count = input.count
    }
  }

  func update(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) {
    guard input.count > 0 else { return }
    var length: Int32 = 0
    let (from, to) = (input.bindMemory(to: UInt8.self), output.bindMemory(to: UInt8.self))
    succeed(EVP_CipherUpdate(context, to.baseAddress, &length, from.baseAddress, Int32(input.count)))
  }

  func finish() {
    var (rest, length) = (Bytes(repeating: 0, count: 16), Int32(0))
    succeed(EVP_CipherFinal_ex(context, &rest, &length))
  }

  /// - Parameter sealed: with its tag
  func decrypt(_ sealed: ByteSlice, into plaintext: UnsafeMutableRawBufferPointer) {
    sealed.withUnsafeBytes { update(UnsafeRawBufferPointer(rebasing: $0.dropLast(16)), into: plaintext) }
  }

  func verify(tagOf sealed: ByteSlice) -> Bool {
    succeed(shim_gcm_set_tag(context, Bytes(sealed.suffix(16)), 16))
    var (rest, length) = (Bytes(repeating: 0, count: 16), Int32(0))
    return EVP_CipherFinal_ex(context, &rest, &length) == 1
  }
}

func succeed(_ result: Int32) {
  precondition(result == 1, "OpenSSL refused")
}
