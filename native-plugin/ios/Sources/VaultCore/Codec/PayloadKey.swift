/// A key of the payload: 1 to 1024 bytes of UTF-8. FORMAT.md §5.
///
/// Not a `String`: that one is equal to any other which looks the same, and a vault may have both as keys.
public struct PayloadKey: Hashable, Sendable {
  public let utf8: Bytes

  /// The key whose presence is the flag hasSession.
  public static let session = PayloadKey(unchecked: Bytes(label: "session"))

  /// - Parameter text: checked for halves of characters by whoever made a `String` of it, which can't hold them
  /// - Throws: `INVALID_ARGUMENT`: empty, or too long
  public init(_ text: String) throws(CoreError) {
    try self.init(checking: Bytes(text.utf8))
  }

  /// - Throws: `INVALID_ARGUMENT`: empty, too long, or with a lone surrogate
  public init(utf16: some Collection<UInt16>) throws(CoreError) {
    try self.init(checking: encodeUTF8(utf16))
  }

  /// Judged when it is written: whether the vault is locked comes first.
  public init(unjudged text: String) {
    self.init(unchecked: Bytes(text.utf8))
  }

  init(unchecked utf8: Bytes) {
    self.utf8 = utf8
  }

  public var text: String {
    String(decoding: utf8, as: UTF8.self)
  }

  var isWellFormed: Bool {
    !transcode(utf8.makeIterator(), from: UTF8.self, to: UTF32.self, stoppingOnError: true, into: { _ in })
  }

  private init(checking utf8: Bytes) throws(CoreError) {
    self.utf8 = utf8
    try judge()
  }

  /// - Throws: `INVALID_ARGUMENT`
  func judge() throws(CoreError) {
    guard (1...Limit.payloadKey).contains(utf8.count) else {
      throw CoreError(.invalidArgument, "a key has 1 to 1024 bytes")
    }
  }
}

/// In the order of the payload: of unsigned bytes.
extension PayloadKey: Comparable {
  public static func < (first: PayloadKey, second: PayloadKey) -> Bool {
    isAscending(first.utf8, second.utf8)
  }
}
