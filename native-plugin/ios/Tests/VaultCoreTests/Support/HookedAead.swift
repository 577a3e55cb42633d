@testable import VaultCore

/// Something comes before values are decrypted.
struct HookedAead: ForwardingAead {
  let base: any Aead
  let beforeOpen: @Sendable () -> Void

  func open(_ ciphertext: ByteSlice, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes? {
    beforeOpen()
    return try base.open(ciphertext, under: dek, salt: salt, binding)
  }
}
