import Foundation
import OpenSSLCryptography
import VaultCore

/// A device whose keys are in memory, and whose stores are files. One thread at a time uses it.
final class BenchDevice: BlobStore, FormerBlobs, DeviceFunction, AnchorMac, Mutex, Clock, CoreHost,
  Authenticator, @unchecked Sendable
{
  let files: BenchFiles
  private var keys: [String: SecretBytes] = [:]
  private let isFormer: Bool

  init(_ files: BenchFiles) {
    self.files = files
    isFormer = false
  }

  private init(formerOf device: BenchDevice) {
    files = device.files
    isFormer = true
  }

  var ports: CorePorts {
    CorePorts(
      random: OpenSSLRandom(), aead: OpenSSLAead(), kdf: OpenSSLKdf(), deviceFunction: self, anchorMac: self,
      kems: SlotKems(), blobs: self, anchors: BenchAnchors(files: files), mutex: self, clock: self)
  }

  // Envelopes.
  var former: (any FormerBlobs)? { BenchDevice(formerOf: self) }
  func read(_ name: String) throws -> Bytes? { files.read(isFormer ? "former" : "envelope") }
  func write(_ name: String, _ bytes: Bytes) throws { files.write("envelope", bytes) }
  func keep(_ name: String) throws { files.copy("envelope", to: "former") }
  func restore(_ name: String) throws { files.copy("former", to: "envelope") }
  func remove(_ name: String) throws {
    files.remove("former")
    files.remove("envelope")
  }

  // Keys.
  var prf: Prf { .hmac }
  func create(_ name: String) throws { keys[name] = OpenSSLRandom().secret(32) }
  func exists(_ name: String) throws -> Bool { keys[name] != nil }
  func destroy(_ name: String) throws { keys[name] = nil }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    guard let key = keys[name] else { throw CoreError(.keyMissing, "no such key") }
    return input.withUnsafeBytes { hmacSHA256(key: key, $0) }
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    guard let key = keys[name] else { throw CoreError(.keyMissing, "no such key") }
    return data.withUnsafeBytes { hmacSHA256(key: key, $0).copy }
  }

  // Everything else.
  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await task()
  }
  func now() -> Milliseconds { 0 }
  var authenticator: any Authenticator { self }
  func enterPasscode(submit: @escaping @Sendable (TypedPasscode) async throws -> CoreError?) async throws -> Bool {
    false
  }
  func onUnlocked() {}
  func onLocked(saved: Bool, timeout: Bool) {}
  func onErased() {}
  func wake(in delay: Milliseconds?, _ wake: @escaping @Sendable () -> Void) {}
  func cover() {}
  func uncover() {}
  func uncoverWhenAcknowledged(limit: Milliseconds) {}
}

/// Apart from the envelopes, as in the Keychain.
struct BenchAnchors: AnchorStore {
  let files: BenchFiles

  func read(_ name: String) throws -> Bytes? { files.read("anchor") }
  func remove(_ name: String) throws { files.remove("anchor") }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    guard files.read("anchor") == expected else { return false }
    files.write("anchor", next)
    return true
  }
}
