import OpenSSLCryptography

@testable import VaultCore

func testHmac(_ key: Bytes, _ data: Bytes) -> Bytes {
  data.withUnsafeBytes { hmacSHA256(key: SecretBytes(copying: key), $0).copy }
}
