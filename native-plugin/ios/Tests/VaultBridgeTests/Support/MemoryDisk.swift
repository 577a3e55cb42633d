import Foundation
import OpenSSLCryptography
import VaultCore

/// What outlives a process: envelopes, anchors, keys.
final class MemoryDisk: AnchorStore, DeviceFunction, AnchorMac, Mutex {
  struct State: Sendable {
    var envelopes: [String: Bytes] = [:]
    var anchors: [String: Bytes] = [:]
    var keys: [String: Bytes] = [:]
    /// What operations wait for before they begin.
    var gate: Task<Void, Never>?
  }

  let state = Guarded(State())

  var prf: Prf { .ecdh }

  func read(_ name: String) throws -> Bytes? { state.with { $0.anchors[name] } }
  func remove(_ name: String) throws { state.with { $0.anchors[name] = nil } }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    state.with { state in
      guard state.anchors[name] == expected else { return false }
      state.anchors[name] = next
      return true
    }
  }

  func create(_ name: String) throws { state.with { $0.keys[name] = OpenSSLRandom().bytes(32) } }
  func exists(_ name: String) throws -> Bool { state.with { $0.keys[name] != nil } }
  func destroy(_ name: String) throws { state.with { $0.keys[name] = nil } }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    guard let key = state.with({ $0.keys[name] }) else { throw CoreError(.keyMissing, "no such key") }
    return input.withUnsafeBytes { hmacSHA256(key: SecretBytes(copying: key), $0) }
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    try evaluate(name, SecretBytes(copying: data), as: .hmac).copy
  }

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    await state.with { $0.gate }?.value
    return try await task()
  }
}

struct MemoryBlobs: BlobStore {
  let disk: MemoryDisk

  var former: (any FormerBlobs)? { nil }
  func read(_ name: String) throws -> Bytes? { disk.state.with { $0.envelopes[name] } }
  func write(_ name: String, _ bytes: Bytes) throws { disk.state.with { $0.envelopes[name] = bytes } }
  func remove(_ name: String) throws { disk.state.with { $0.envelopes[name] = nil } }
}

/// Keeps the secret as it is; nobody is asked.
struct MemoryKem: SlotKem {
  let disk: MemoryDisk

  var kem: Kem { .eciesP256 }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    let secret = OpenSSLRandom().secret(32)
    disk.state.with { $0.keys[name] = secret.copy }
    return Encapsulated(secret: secret, enc: Bytes(repeating: 4, count: 113), salt: [])
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    guard let secret = disk.state.with({ $0.keys[input.name] }) else { throw CoreError(.keyMissing, "no such key") }
    return SecretBytes(copying: secret)
  }

  func destroy(_ name: String) throws { try disk.destroy(name) }
}

extension SecretBytes {
  var copy: Bytes { withUnsafeBytes { Bytes($0) } }
}
