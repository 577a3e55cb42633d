import COpenSSL
import VaultCore

/// OAEP with MGF1-SHA-1 and an empty label: kem 1 (`sha256`) and 2. `nil`: it does not decrypt.
public func rsaOaepDecrypt(_ enc: Bytes, pkcs8: SecretBytes, sha256: Bool) -> SecretBytes? {
  var plaintext = Bytes(repeating: 0, count: 256)
  let length = pkcs8.withUnsafeBytes { key in
    shim_rsa_oaep(
      key.bindMemory(to: UInt8.self).baseAddress, key.count, sha256 ? 1 : 0, enc, enc.count, &plaintext,
      plaintext.count)
  }
  return length < 0 ? nil : SecretBytes(copying: plaintext.prefix(length))
}
