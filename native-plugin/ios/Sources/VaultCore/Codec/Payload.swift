/// Keys and the bytes of their JSON texts. The bytes are never parsed here.
public typealias Values = [PayloadKey: Bytes]

/// FORMAT.md §5.
///
/// - Throws: `INVALID_ARGUMENT`: a key that can't be one; `LIMIT_EXCEEDED`: no field holds the length of a value
func encodePayload(_ values: Values) throws(CoreError) -> Bytes {
  for key in values.keys { try key.judge() }
  let size = values.reduce(4) { $0 + 6 + $1.key.utf8.count + $1.value.count }
  guard size <= Limit.envelope else { throw CoreError(.limitExceeded, "the vault would be larger than 16 MiB") }
  var bytes = Bytes()
  bytes.reserveCapacity(size)
  bytes += Bytes(bigEndian: UInt32(values.count))
  for (key, value) in values.sorted(by: { $0.key < $1.key }) {
    bytes += Bytes(bigEndian: UInt16(key.utf8.count)) + key.utf8
    bytes += Bytes(bigEndian: UInt32(value.count))
    bytes += value
  }
  return bytes
}

/// - Throws: `CORRUPT`
func parsePayload(_ bytes: Bytes) throws(CoreError) -> Values {
  var reader = ByteReader(bytes)
  var values: Values = [:]
  var previous: PayloadKey?
  for _ in 0..<(try reader.u32()) {
    let utf8 = try parseKey(&reader)
    let key = PayloadKey(unchecked: utf8)
    if let previous, previous >= key { throw corrupt("keys not strictly ascending") }
    guard key.isWellFormed else { throw corrupt("a key that is not UTF-8") }
    previous = key
    values[key] = try reader.take(reader.u32())
  }
  guard reader.left == 0 else { throw corrupt("bytes after the last value") }
  return values
}

private func parseKey(_ reader: inout ByteReader) throws(CoreError) -> Bytes {
  let length = Int(try reader.u16())
  guard (1...Limit.payloadKey).contains(length) else { throw corrupt("key length out of range") }
  return try reader.take(length)
}
