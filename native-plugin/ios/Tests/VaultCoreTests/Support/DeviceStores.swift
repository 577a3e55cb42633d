@testable import VaultCore

/// Two stores, of envelopes and of anchors.
struct DeviceBlobs: BlobStore, FormerBlobs {
  let device: Device
  let life: Life
  /// Where the former envelope is asked for.
  var isFormer = false

  var former: (any FormerBlobs)? { DeviceBlobs(device: device, life: life, isFormer: true) }

  func read(_ name: String) throws -> Bytes? {
    try life.assertAlive()
    return isFormer ? device.disk.formers[name] : device.disk.blobs[name]
  }

  func write(_ name: String, _ bytes: Bytes) throws {
    try life.write { device.with { $0.disk.blobs[name] = bytes } }
  }

  func remove(_ name: String) throws {
    try life.write { device.with { $0.disk.formers[name] = nil } }
    try life.write { device.with { $0.disk.blobs[name] = nil } }
  }

  func keep(_ name: String) throws {
    try life.write { device.with { $0.disk.formers[name] = $0.disk.blobs[name] } }
  }

  func restore(_ name: String) throws {
    try life.write { device.with { $0.disk.blobs[name] = $0.disk.formers[name] } }
  }
}

struct DeviceAnchors: AnchorStore {
  let device: Device
  let life: Life

  func read(_ name: String) throws -> Bytes? {
    try life.assertAlive()
    return device.disk.anchors[name]
  }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    try life.write {
      device.with {
        let isExpected = $0.disk.anchors[name] == expected
        if isExpected { $0.disk.anchors[name] = next }
        return isExpected
      }
    }
  }

  func remove(_ name: String) throws {
    try life.write { device.with { $0.disk.anchors[name] = nil } }
  }
}

/// Both in one transaction.
struct DeviceTransactions: JointStore {
  let device: Device
  let life: Life

  func read(_ name: String) throws -> Stored {
    try life.assertAlive()
    return device.with { Stored(anchor: $0.disk.anchors[name], envelope: $0.disk.blobs[name]) }
  }

  func commit(_ name: String, _ commit: Commit) throws -> Bool {
    try life.write {
      device.with {
        guard $0.disk.anchors[name] == commit.expected else { return false }
        $0.disk.anchors[name] = commit.anchor
        $0.disk.blobs[name] = commit.envelope
        return true
      }
    }
  }
}
