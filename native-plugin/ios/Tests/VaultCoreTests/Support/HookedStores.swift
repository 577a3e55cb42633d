@testable import VaultCore

struct HookedAnchors: AnchorStore {
  let base: any AnchorStore
  var beforeRead: Hook = { _ in }
  var beforeRemove: Hook = { _ in }
  /// `false`: somebody else wrote meanwhile.
  var beforeReplace: @Sendable () throws -> Bool = { true }

  func read(_ name: String) throws -> Bytes? {
    try beforeRead(name)
    return try base.read(name)
  }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    guard try beforeReplace() else { return false }
    return try base.replace(name, expected: expected, with: next)
  }

  func remove(_ name: String) throws {
    try beforeRemove(name)
    try base.remove(name)
  }
}

struct HookedBlobs: BlobStore {
  let base: any BlobStore
  var beforeRead: Hook = { _ in }
  var beforeWrite: Hook = { _ in }
  var beforeRemove: Hook = { _ in }

  var former: (any FormerBlobs)? { base.former }

  func read(_ name: String) throws -> Bytes? {
    try beforeRead(name)
    return try base.read(name)
  }

  func write(_ name: String, _ bytes: Bytes) throws {
    try beforeWrite(name)
    try base.write(name, bytes)
  }

  func remove(_ name: String) throws {
    try beforeRemove(name)
    try base.remove(name)
  }
}

struct HookedMutex: Mutex {
  let base: any Mutex
  let beforeHold: @Sendable () -> Void

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    beforeHold()
    return try await base.hold(name, during: task)
  }
}

/// What a port refuses with when it can't be used now.
let busy = CoreError(.temporarilyUnavailable, "busy")
