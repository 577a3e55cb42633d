/// Bytes that are no secret. Two are equal when each byte is, and the first one is always at index 0.
public typealias Bytes = [UInt8]

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
    let digits = Bytes(label: "0123456789abcdef")
    var text = Bytes()
    text.reserveCapacity(2 * count)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
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
