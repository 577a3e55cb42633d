/// A key of the payload: 1 to 1024 bytes of UTF-8, FORMAT.md §5. Compared byte by byte: two texts that Swift takes for
/// equal, because Unicode does, are different keys.
public struct PayloadKey: Hashable, Comparable, Sendable {
  public let utf8: Bytes

  /// The key whose presence is the flag hasSession.
  public static let session = PayloadKey(checked: Bytes("session".utf8))

  /// - Parameter text: checked for lone surrogates by whoever made a `String` of it, which can't hold them
  /// - Throws: `CoreError` `invalidArgument`: empty, or too long
  public init(_ text: String) throws {
    let utf8 = Bytes(text.utf8)
    guard (1...1024).contains(utf8.count) else { throw CoreError(.invalidArgument, "a key has 1 to 1024 bytes") }
    self.init(checked: utf8)
  }

  /// - Parameter utf8: well-formed, 1 to 1024 bytes
  init(checked utf8: Bytes) {
    self.utf8 = utf8
  }

  public var text: String { String(decoding: utf8, as: UTF8.self) }

  public static func < (first: PayloadKey, second: PayloadKey) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
