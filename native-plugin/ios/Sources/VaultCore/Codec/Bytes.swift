/// Bytes that are no secret. Two are equal when each byte is, and the first one is always at index 0.
public typealias Bytes = [UInt8]

/// Bytes within others: what is large is not copied to be handed on. The first one is wherever it is in those.
public typealias ByteSlice = ArraySlice<UInt8>

extension ByteSlice {
  /// The same as `Bytes(self)`, several times as fast: that one first looks whether it can share the memory.
  var copied: Bytes {
    withUnsafeBufferPointer { Bytes($0) }
  }
}

extension Bytes {
  /// An ASCII label of the format.
  init(label: StaticString) {
    self = label.withUTF8Buffer { Bytes($0) }
  }

  /// The last bytes of `value`, most significant first.
  init<Number: FixedWidthInteger>(bigEndian value: Number) {
    self = Swift.withUnsafeBytes(of: value.bigEndian) { Bytes($0) }
  }

  /// Length first, so that two texts can't be shifted into each other. FORMAT.md §1.
  init(lengthPrefixed bytes: Bytes) throws(CoreError) {
    self = try Bytes(bigEndian: narrowed(bytes.count, to: UInt32.self)) + bytes
  }

  var isZero: Bool {
    allSatisfy { $0 == 0 }
  }

  /// Lower-case hexadecimal.
  public var hex: String {
    String(unsafeUninitializedCapacity: 2 * count) { text in
      for (index, byte) in enumerated() {
        text[2 * index] = hexDigit(byte >> 4)
        text[2 * index + 1] = hexDigit(byte & 15)
      }
      return 2 * count
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) + value
}

/// Order of unsigned bytes; a proper prefix comes first.
func isAscending(_ first: Bytes, _ second: Bytes) -> Bool {
  first.lexicographicallyPrecedes(second)
}

/// Same time whichever byte differs: for tags.
public func isEqualConstantTime(_ first: Bytes, _ second: Bytes) -> Bool {
  guard first.count == second.count else { return false }
  return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

/// A number as a field of the format has it. `UInt8(value)` would end the process when it doesn't fit.
///
/// - Throws: `INVALID_ARGUMENT`
func narrowed<Field: FixedWidthInteger>(_ value: some BinaryInteger, to type: Field.Type) throws(CoreError) -> Field {
  guard let number = type.init(exactly: value) else {
    throw CoreError(.invalidArgument, "a number that its field can't hold")
  }
  return number
}
