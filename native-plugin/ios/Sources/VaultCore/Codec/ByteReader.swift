/// Takes fields from left to right; every reading past the end is `CORRUPT`, before anything is allocated.
struct ByteReader {
  private let bytes: Bytes
  private(set) var offset = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  var left: Int {
    bytes.count - offset
  }

  mutating func take(_ length: Int) throws(CoreError) -> Bytes {
    try slice(length).copied
  }

  /// The same, without a copy.
  mutating func slice(_ length: Int) throws(CoreError) -> ByteSlice {
    bytes[try advance(length)]
  }

  mutating func u8() throws(CoreError) -> UInt8 {
    bytes[try advance(1).lowerBound]
  }

  mutating func u16() throws(CoreError) -> UInt16 {
    try number()
  }

  /// As `Int`, which holds every sum that the format asks for.
  mutating func u32() throws(CoreError) -> Int {
    let value: UInt32 = try number()
    return Int(value)
  }

  mutating func u64() throws(CoreError) -> UInt64 {
    try number()
  }

  /// What was taken since an earlier `offset`.
  func since(_ earlier: Int) -> ByteSlice {
    bytes[earlier..<offset]
  }

  private mutating func number<Number: FixedWidthInteger>() throws(CoreError) -> Number {
    var value: Number = 0
    for index in try advance(Number.bitWidth / 8) { value = value << 8 | Number(bytes[index]) }
    return value
  }

  private mutating func advance(_ length: Int) throws(CoreError) -> Range<Int> {
    guard length <= left else { throw corrupt("ends too early") }
    let start = offset
    offset += length
    return start..<offset
  }
}
