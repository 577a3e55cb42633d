import Foundation
import OpenSSLCryptography
import VaultCore

/// A device in memory: two stores, and keys by name. One thread at a time uses it.
final class ExchangeDevice: AnchorStore, DeviceFunction, AnchorMac, Mutex, Clock, @unchecked Sendable {
  var envelope: Bytes?
  var anchor: Bytes?
  var keys: [String: Bytes] = [:]

  var ports: CorePorts {
    CorePorts(
      random: OpenSSLRandom(), aead: OpenSSLAead(), kdf: OpenSSLKdf(), deviceFunction: self, anchorMac: self,
      kems: SlotKems(), blobs: ExchangeBlobs(device: self), anchors: self, mutex: self, clock: self)
  }

  var prf: Prf { .hmac }

  func read(_ name: String) throws -> Bytes? { anchor }
  func remove(_ name: String) throws { anchor = nil }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    guard anchor == expected else { return false }
    anchor = next
    return true
  }

  func create(_ name: String) throws { keys[name] = OpenSSLRandom().bytes(32) }
  func exists(_ name: String) throws -> Bool { keys[name] != nil }
  func destroy(_ name: String) throws { keys[name] = nil }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    guard let key = keys[name] else { throw CoreError(.keyMissing, "no such key") }
    return input.withUnsafeBytes { hmacSHA256(key: SecretBytes(copying: key), $0) }
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    try evaluate(name, SecretBytes(copying: data), as: .hmac).copy
  }

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await task()
  }

  func now() -> Milliseconds { 0 }
}

private struct ExchangeBlobs: BlobStore {
  let device: ExchangeDevice

  var former: (any FormerBlobs)? { nil }
  func read(_ name: String) throws -> Bytes? { device.envelope }
  func write(_ name: String, _ bytes: Bytes) throws { device.envelope = bytes }
  func remove(_ name: String) throws { device.envelope = nil }
}

/// Nobody is asked or told anything.
struct SilentHost: CoreHost, Authenticator {
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
