import OpenSSLCryptography
import VaultCore

/// The work of a vault without the vault: on bytes of the same sizes, with the same cryptography and stores.
struct Primitives: Sendable {
  private let files: BenchFiles
  private let device: BenchDevice
  private let key = OpenSSLRandom().secret(32)
  private let plaintext: Bytes
  private let header: Bytes
  private let nonce = OpenSSLRandom().bytes(12)
  private let wrapped: Bytes

  /// Keys have names in a keystore, for the vault as for these.
  private static let anchorKey = "idv1." + Bytes(repeating: 7, count: 32).hex + ".anchor"

  /// - Parameters:
  ///   - envelope: of the vault that this is compared with
  ///   - isFormat: the payload has a key of its own
  init(_ files: BenchFiles, envelope: Envelope, anchor: Bytes, isFormat: Bool) throws {
    self.files = files
    device = BenchDevice(files)
    try device.create(Self.anchorKey)
    header = envelope.headerBytes
    plaintext = Bytes(repeating: 7, count: envelope.payload.ciphertext.count - 16)
    let (key, nonce) = (key, nonce)
    wrapped = key.withUnsafeBytes { gcmSeal($0, key: key, nonce: nonce, aad: [1, 2, 3]) }
    files.write("anchor", anchor)
    files.write("envelope", header + nonce + seal(isFormat ? payloadKey() : key))
  }

  // MARK: the least that anything encrypted has to do

  func bareRead() {
    open(readEnvelope(), key)
  }

  func bareWrite() {
    files.write("envelope", header + nonce + seal(key))
  }

  func bareUnlock() {
    let envelope = readEnvelope()
    unwrap(derive())
    open(envelope, key)
  }

  // MARK: what FORMAT.md asks of it

  func formatRead() throws {
    open(try load(), payloadKey())
  }

  func formatWrite() throws {
    open(try load(), payloadKey())
    let envelope = header + nonce + seal(payloadKey())
    _ = sha256(envelope)
    try writeAnchor()
    files.copy("envelope", to: "former")
    files.write("envelope", envelope)
    try writeAnchor()
  }

  func formatUnlock() throws {
    let envelope = try load()
    try writeAnchor()
    unwrap(hkdf(hmac(derive().copy).copy))
    try writeAnchor()
    open(envelope, payloadKey())
  }

  // MARK: steps

  /// §9: the anchor is authenticated, and the envelope is the one that it names.
  private func load() throws -> Bytes {
    _ = try device.mac(Self.anchorKey, files.read("anchor") ?? [])
    let envelope = readEnvelope()
    _ = sha256(envelope)
    return envelope
  }

  /// §8: under a tag, in place of what was read.
  private func writeAnchor() throws {
    let anchor = files.read("anchor") ?? []
    _ = try device.mac(Self.anchorKey, anchor)
    files.write("anchor", anchor)
  }

  private func readEnvelope() -> Bytes { files.read("envelope") ?? [] }

  private func seal(_ key: SecretBytes) -> Bytes {
    plaintext.withUnsafeBytes { gcmSeal($0, key: key, nonce: nonce, aad: header) }
  }

  private func open(_ envelope: Bytes, _ key: SecretBytes) {
    let opened = gcmOpenPayload(envelope[(header.count + 12)...], key: key, nonce: nonce, aad: header)
    precondition(opened != nil, "another payload")
  }

  /// With another key than it was wrapped with, which takes as long.
  private func unwrap(_ kek: SecretBytes) {
    _ = gcmOpen(wrapped, key: kek, nonce: nonce, aad: [1, 2, 3])
  }

  private func payloadKey() -> SecretBytes { hkdf(key.copy) }

  private func derive() -> SecretBytes {
    pbkdf2SHA256(key, salt: nonce, iterations: BenchVault.iterations)
  }

  private func hkdf(_ secret: Bytes) -> SecretBytes {
    hkdfSHA256(HkdfInput(secret: SecretBytes(copying: secret), salt: nonce, info: [1, 2, 3]))
  }

  private func hmac(_ data: Bytes) -> SecretBytes {
    data.withUnsafeBytes { hmacSHA256(key: key, $0) }
  }
}
