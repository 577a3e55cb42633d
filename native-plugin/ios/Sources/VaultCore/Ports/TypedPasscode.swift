/// A passcode as it was typed: UTF-16 units, in memory that is zeroed. A `String` can't hold lone surrogates, which
/// FORMAT.md §7 refuses, and is never zeroed.
public struct TypedPasscode: Sendable {
  private let units: SecretBytes

  public init(utf16 units: some Collection<UInt16>) {
    self.units = SecretBytes(count: units.count * 2) { memory in
      for (index, unit) in units.enumerated() { memory.storeBytes(of: unit, toByteOffset: index * 2, as: UInt16.self) }
    }
  }

  public var isEmpty: Bool { units.count == 0 }

  /// - Parameter body: must not let the pointer escape
  public func withUTF16<Result>(_ body: (UnsafeBufferPointer<UInt16>) throws -> Result) rethrows -> Result {
    try units.withUnsafeBytes { try body($0.bindMemory(to: UInt16.self)) }
  }
}
