import Testing

@testable import VaultCore

extension Bytes {
  /// The changes of a case, in their order. `vectors/README.md`.
  func edited(_ edits: [StrictObject]) throws -> Bytes {
    try edits.reduce(self) { bytes, edit in
      try edit.read { try bytes.edited($0) }
    }
  }

  private func edited(_ edit: StrictObject) throws -> Bytes {
    let op: String = try edit.take("op")
    var bytes = self
    switch op {
    case "xor":
      let at: Int = try edit.take("at")
      for (index, mask) in try edit.bytes("hex").enumerated() { bytes[at + index] ^= mask }
    case "replace":
      let at: Int = try edit.take("at")
      let length: Int? = try edit.takeIfAny("length")
      bytes.replaceSubrange(at..<(length.map { at + $0 } ?? count), with: try edit.bytes("hex"))
    case "append":
      bytes += Bytes(repeating: try edit.bytes("byte")[0], count: try edit.take("count"))
    default:
      throw UnknownField(name: op)
    }
    return bytes
  }
}

/// The case holds at each length: how far the bytes are cut, and that nothing longer was forgotten.
func requireEveryTruncation(_ bytes: Bytes, _ ends: [Int], parse: (Bytes) throws -> Void) async throws {
  try requireEqual(ends.last, bytes.count - 1)
  for length in ends[0]...ends[1] {
    try requireEqual(await refusal { try parse(Bytes(bytes.prefix(length))) }, "CORRUPT")
  }
}
