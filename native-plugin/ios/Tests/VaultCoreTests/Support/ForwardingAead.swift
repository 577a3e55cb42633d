@testable import VaultCore

/// Other cryptography, for tests that change one of its answers, or look when it is asked.
protocol ForwardingAead: Aead {
  var base: any Aead { get }
}

extension ForwardingAead {
  func digest(_ data: Bytes) throws -> Bytes { try base.digest(data) }
  func deriveKek(_ input: HkdfInput) throws -> any Kek { try base.deriveKek(input) }
  func importDek(_ bytes: SecretBytes) throws -> any Dek { try base.importDek(bytes) }
  func dekBytes(_ dek: any Dek) throws -> SecretBytes? { try base.dekBytes(dek) }

  func wrap(_ dek: SecretBytes, under kek: any Kek, _ binding: Binding) throws -> Bytes {
    try base.wrap(dek, under: kek, binding)
  }

  func unwrap(_ wrapped: Bytes, under kek: any Kek, _ binding: Binding) throws -> (any Dek)? {
    try base.unwrap(wrapped, under: kek, binding)
  }

  func seal(_ plaintext: Bytes, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes {
    try base.seal(plaintext, under: dek, salt: salt, binding)
  }

  func open(_ ciphertext: ByteSlice, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes? {
    try base.open(ciphertext, under: dek, salt: salt, binding)
  }
}
