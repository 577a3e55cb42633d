@testable import VaultCore

/// Anchor and envelope of the one vault there is: names don't matter.
struct StoryAnchors: AnchorStore {
  let device: StoryDevice

  func read(_ name: String) throws -> Bytes? {
    try device.look { $0.anchor }
  }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    try device.record { contents, _ in
      guard contents.anchor == expected else { return nil }
      contents.store(anchor: next)
      return StoryEffect("anchor", ["hex": next.hex])
    }
  }

  func remove(_ name: String) throws {
    try device.record { contents, _ in
      guard contents.anchor != nil else { return nil }
      contents.store(anchor: nil)
      return StoryEffect("removeAnchor")
    }
  }
}

struct StoryBlobs: BlobStore, FormerBlobs {
  let device: StoryDevice
  var isFormer = false

  var former: (any FormerBlobs)? {
    device.kind.isJoint ? nil : StoryBlobs(device: device, isFormer: true)
  }

  func read(_ name: String) throws -> Bytes? {
    try device.look { isFormer ? $0.former : $0.envelope }
  }

  func write(_ name: String, _ bytes: Bytes) throws {
    try device.record { contents, _ in
      contents.envelope = bytes
      return StoryEffect("envelope", ["hex": bytes.hex])
    }
  }

  func remove(_ name: String) throws {
    try device.record { contents, _ in
      guard contents.former != nil else { return nil }
      contents.former = nil
      return StoryEffect("removeFormer")
    }
    try device.record { contents, _ in
      guard contents.envelope != nil else { return nil }
      contents.envelope = nil
      return StoryEffect("removeEnvelope")
    }
  }

  func keep(_ name: String) throws {
    try device.record { contents, _ in
      contents.former = contents.envelope
      return StoryEffect("keepFormer")
    }
  }

  func restore(_ name: String) throws {
    try device.record { contents, _ in
      contents.envelope = contents.former
      return StoryEffect("restoreFormer")
    }
  }
}

struct StoryTransactions: JointStore {
  let device: StoryDevice

  func read(_ name: String) throws -> Stored {
    try device.look { Stored(anchor: $0.anchor, envelope: $0.envelope) }
  }

  func commit(_ name: String, _ commit: Commit) throws -> Bool {
    try device.record { contents, _ in
      guard contents.anchor == commit.expected else { return nil }
      contents.store(anchor: commit.anchor)
      contents.envelope = commit.envelope
      return StoryEffect("both", ["anchor": commit.anchor.hex, "envelope": commit.envelope.hex])
    }
  }
}
