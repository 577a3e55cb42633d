/// Envelopes by name. Every write is durable and atomic when it returns.
public protocol BlobStore: Sendable {
  /// `nil` only when there is definitely nothing.
  /// - Throws: `temporarilyUnavailable`
  func read(_ name: String) throws -> Bytes?
  func write(_ name: String, _ bytes: Bytes) throws
  /// The former one first.
  func remove(_ name: String) throws
  /// Where anchors are in another store, which may lose its last writes when the power fails. FORMAT.md §10.1.
  var former: (any FormerBlobs)? { get }
}

/// The envelope that the stored one took the place of.
public protocol FormerBlobs: Sendable {
  /// `nil` only when there is definitely none.
  /// - Throws: `temporarilyUnavailable`
  func read(_ name: String) throws -> Bytes?
  /// What is stored becomes the former one, too.
  func keep(_ name: String) throws
  /// The former one becomes what is stored, too.
  func restore(_ name: String) throws
}

/// Anchors by name.
public protocol AnchorStore: Sendable {
  func read(_ name: String) throws -> Bytes?
  /// Writes if what is stored equals `expected`; else `false`, and nothing is written.
  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool
  /// Removes whatever there is.
  func remove(_ name: String) throws
}

/// What one transaction of a `JointStore` reads.
public struct Stored: Sendable {
  public let anchor: Bytes?
  public let envelope: Bytes?

  public init(anchor: Bytes?, envelope: Bytes?) {
    self.anchor = anchor
    self.envelope = envelope
  }
}

/// What one transaction of a `JointStore` writes.
public struct Commit: Sendable {
  public let expected: Bytes?
  public let anchor: Bytes
  public let envelope: Bytes

  public init(expected: Bytes?, anchor: Bytes, envelope: Bytes) {
    self.expected = expected
    self.anchor = anchor
    self.envelope = envelope
  }
}

/// Both in one transaction, where the platform has that.
public protocol JointStore: Sendable {
  /// Both as they were at one moment: read one by one, another process's commit may come between.
  func read(_ name: String) throws -> Stored
  /// `false`: the anchor was not `expected`, and nothing is written.
  func commit(_ name: String, _ commit: Commit) throws -> Bool
}
